package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with each of these files stands in its name and, with the line, in its comment. */
class RefusedRulesetTest {
  private static final Path FOLDER = Path.of("src/test/resources/ruleset/refused");

  static Stream<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWithFileLineAndFix(Path path) throws IOException {
    var text = Files.readString(path);
    var lines = text.lines().toList();
    var file = lines.get(0).substring("# file: ".length());
    var fault = lines.get(1).substring("# fault: ".length());
    var faults = Written.faults(replaced(file, text));
    var separator = Character.isDigit(fault.charAt(0)) ? ":" : ": ";
    assertThat(faults).isNotEmpty();
    assertThat(faults.getFirst().toString()).startsWith(file + separator + fault);
    assertThat(faults.getFirst().fix()).hasSizeGreaterThan(5).endsWith(".");
  }

  private static List<Source> replaced(String file, String text) {
    var files = new ArrayList<>(Written.files(Written.VALID_RULES));
    files.removeIf(source -> source.path().equals(file));
    files.add(new Source(file, text));
    return files;
  }

  @Test
  void everyFaultOfEveryRuleIsReported() {
    var rules =
        Written.status("one", "[\"US\"]", "{fact: colour, is: red}", "pd")
            + Written.status("two", "[\"US\"]", "{fact: kind, is: law}", "free");
    assertThat(Written.faults(Written.files("rules:\n" + rules)))
        .extracting(Fault::what)
        .containsExactly("There is no fact 'colour'.", "'free' is not a status.");
  }

  @Test
  void aRulesetWithoutItsFilesIsRefused() {
    assertThat(Written.faults(List.of()))
        .extracting(Fault::file)
        .containsExactly("ruleset.yaml", "facts.yaml");
  }

  @Test
  void aRulesetOfMoreThanTwoMebibytesIsRefusedUnread() {
    var large = new Source("rules/large.yaml", "#".repeat(RulesetReader.LARGEST));
    var files = new ArrayList<>(Written.files(Written.VALID_RULES));
    files.add(large);
    assertThat(Written.faults(files)).singleElement().asString().contains("at most 2097152");
  }

  @Test
  void norwayIsACountryEvenWithoutQuotes() {
    assertThat(Written.ruleset(Written.status("no", "[NO]", "{fact: kind, is: law}", "pd")).rules())
        .flatExtracting(Rule::places)
        .containsExactly(new Place("NO"));
  }

  @Test
  void aFolderWithAHugeFileOrNoUtf8IsRefused(@org.junit.jupiter.api.io.TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.write(folder.resolve("rules/huge.yaml"), new byte[RulesetReader.LARGEST + 1]);
    Files.write(folder.resolve("facts.yaml"), new byte[] {'a', (byte) 0xFF});
    assertThat(RulesetReader.readFolder(folder))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::file)
                    .containsExactly("facts.yaml", "rules/huge.yaml"));
  }

  @Test
  void anOrderThatIsOverIsReadAndReported() {
    var ruleset =
        Written.ruleset(Written.order("stop", "2020-01-01", "2020-03-01", "urn:x:y", "market"));
    assertThat(RulesetTests.expired(ruleset, java.time.LocalDate.parse("2020-03-01"))).isEmpty();
    assertThat(RulesetTests.expired(ruleset, java.time.LocalDate.parse("2020-03-02")))
        .extracting(Rule::id)
        .containsExactly("stop");
  }
}
