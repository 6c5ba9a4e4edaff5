package org.commonsregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisoryCommandTest {
  private static final Path SHIPPED = Path.of("classifier", "advisory");

  @TempDir private Path folder;

  /** One training run, because it takes a while: bytes, card and floors together. */
  @Test
  void trainingAgainGivesTheShippedModelAndTheShippedCardByteForByte() throws IOException {
    assertThat(Commons.run("advisory", "train", "--out", folder.toString())).isZero();

    var card = Files.readString(folder.resolve("MODEL_CARD.md"));
    assertThat(card).isEqualTo(Files.readString(SHIPPED.resolve("MODEL_CARD.md")));
    assertThat(folder.resolve("advice.model"))
        .hasSameBinaryContentAs(SHIPPED.resolve("advice.model"));
    assertThat(Files.size(folder.resolve("advice.model"))).isLessThan(300_000);

    assertThat(percentage(card, "the best category, threshold or not, is right")).isGreaterThan(85);
    assertThat(percentage(card, "given categories that are right (precision)")).isGreaterThan(78);
    assertThat(percentage(card, "given that are yes (precision)")).isGreaterThan(88);
  }

  private static double percentage(String card, String row) {
    var found = Pattern.compile("\\| " + Pattern.quote(row) + " \\| ([0-9.]+) %").matcher(card);
    assertThat(found.find()).as(row).isTrue();
    return Double.parseDouble(found.group(1));
  }

  @Test
  void trainingOutsideAProjectSaysWhereItLooked() {
    assertThat(Commons.run("advisory", "train", "--project", folder.toString()))
        .isEqualTo(Commons.COULD_NOT_RUN);
  }

  @Test
  void aDescriptionGetsAdvice() throws IOException {
    var file = folder.resolve("description.txt");
    Files.writeString(
        file,
        "Judgments and decisions of the supreme court and the courts of appeal, with citations."
            + " The opinions are in the public domain.");
    assertThat(Commons.run("advisory", "suggest", file.toString())).isEqualTo(Commons.DONE);
    assertThat(Commons.run("advisory", "suggest", "--json", file.toString()))
        .isEqualTo(Commons.DONE);
  }

  @Test
  void aTextThatSaysNothingGetsTheAnswerNo() throws IOException {
    var file = folder.resolve("empty.txt");
    Files.writeString(file, "");
    assertThat(Commons.run("advisory", "suggest", file.toString())).isEqualTo(Commons.ANSWER_IS_NO);
  }

  @Test
  void aHugeFileAndAFileThatIsNoTextCannotBeRead() throws IOException {
    var huge = folder.resolve("huge.txt");
    Files.write(huge, new byte[10 << 20]);
    assertThat(Commons.run("advisory", "suggest", huge.toString()))
        .isEqualTo(Commons.COULD_NOT_RUN);
    var binary = folder.resolve("binary.txt");
    Files.write(binary, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
    assertThat(Commons.run("advisory", "suggest", binary.toString()))
        .isEqualTo(Commons.COULD_NOT_RUN);
  }

  @Test
  void whatIsNeitherAFileNorASlugCannotBeAdvisedOn() {
    assertThat(Commons.run("advisory", "suggest", "No Such File")).isEqualTo(Commons.COULD_NOT_RUN);
  }
}
