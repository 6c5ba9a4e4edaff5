package org.commonsregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckCommandTest {
  private static final Path EXAMPLE = Path.of("data/texts/example.txt");

  private TestRegistry registry;
  @TempDir private Path folder;

  @BeforeAll
  void start() {
    registry = TestRegistry.seeded();
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  @Test
  void saysHowMuchIsThereWhereAndWhichPassages() {
    var said = check(EXAMPLE.toString());
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .containsPattern("\\d+% of your words are already in the commons")
        .contains("commons-registry-sample-texts  (CC0-1.0, zone commons)")
        .containsPattern("\\d+ words in \\S*example.txt = How bread rises")
        .contains("no text. Kept: nothing.");
  }

  @Test
  void answersMachinesWithThePassagesFoundHere() throws IOException {
    var said = check("--json", EXAMPLE.toString());
    var answer = new ObjectMapper().readTree(said.out());
    assertThat(answer.at("/overlap/share").asDouble()).isBetween(0.5, 0.95);
    assertThat(answer.at("/sources/0/zone").asText()).isEqualTo("commons");
    assertThat(answer.at("/passages/0/words").asInt()).isGreaterThan(100);
    assertThat(answer.at("/wordsInPassages").asLong())
        .isLessThan(answer.at("/words").asLong())
        .isGreaterThan(answer.at("/words").asLong() / 2);
  }

  @Test
  void aShortTextGetsPassagesButNoFigure() throws IOException {
    var text = Files.readString(Path.of("data/texts/how-tides-work.md"));
    var file = Files.writeString(folder.resolve("short.txt"), text.substring(900, 1500));
    var said = check(file.toString());
    assertThat(said.out()).contains("too short for a figure").contains("How tides work");
    assertThat(said.out()).doesNotContainPattern("\\d %  commons-registry");
  }

  @Test
  void whatIsNoTextOrNotThereCannotBeChecked() throws IOException {
    var binary = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 0, 1});
    assertThat(check(binary.toString()).code()).isEqualTo(Commons.COULD_NOT_RUN);
    assertThat(check(binary.toString()).err()).contains("is not a text file");
    assertThat(check("nothing-here.txt").err()).contains("There is no file nothing-here.txt");
  }

  @Test
  void anIdleHomeIsAskedWithoutAServer() {
    var said = run("--home", folder.resolve("home").toString(), EXAMPLE.toString());
    assertThat(said.out())
        .containsPattern("\\d+% of your words are already in the commons")
        .contains("How bread rises");
  }

  private record Said(int code, String out, String err) {}

  private Said check(String... arguments) {
    return run(
        Stream.concat(Stream.of("--registry", registry.address().toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static Said run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var code =
        new CommandLine(new CheckCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  line.getErr().println(failure.getMessage());
                  return Commons.COULD_NOT_RUN;
                })
            .execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }
}
