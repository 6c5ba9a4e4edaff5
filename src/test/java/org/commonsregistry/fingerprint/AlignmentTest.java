package org.commonsregistry.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  private static final String PASSAGE =
      "the quick brown fox jumps over the lazy dog and runs away into the dark wood";

  @Test
  void findsTheWholePassageHoweverItIsWritten() {
    var sample = "First my own words. " + PASSAGE + ". Then more of mine.";
    var other =
        "Something else. The “QUICK” brown\nfox jumps over the la-\nzy dog, and runs away into the"
            + " dark wood! And on.";
    var found = new Alignment(sample).passages(other);
    assertThat(found).hasSize(1);
    var passage = found.getFirst();
    assertThat(passage.words()).isEqualTo(16);
    assertThat(passage.edited()).isFalse();
    var part = passage.parts().getFirst();
    assertThat(sample.substring(part.sampleStart(), part.sampleEnd())).isEqualTo(PASSAGE);
    assertThat(other.substring(part.otherStart(), part.otherEnd()))
        .startsWith("The “QUICK”")
        .endsWith("dark wood");
  }

  @Test
  void piecesWithOneOrTwoEditedWordsBetweenAreOnePassage() {
    var before = numbered("a", 12);
    var after = numbered("b", 12);
    var sample = before + " changed " + after;
    assertThat(new Alignment(sample).passages(before + " into this " + after))
        .singleElement()
        .satisfies(
            passage -> {
              assertThat(passage.edited()).isTrue();
              assertThat(passage.words()).isEqualTo(24);
              assertThat(passage.parts()).hasSize(2);
            });
    assertThat(new Alignment(sample).passages(before + " into three words " + after)).hasSize(2);
  }

  @Test
  void sevenWordsAreNoPassage() {
    var alignment = new Alignment(numbered("a", 20));
    assertThat(alignment.passages("x " + numbered("a", 7) + " y")).isEmpty();
    assertThat(alignment.passages("x " + numbered("a", 8) + " y")).hasSize(1);
  }

  @Test
  void textsThatShareNothingOrAreEmptyHaveNoPassages() {
    assertThat(new Alignment("").passages(PASSAGE)).isEmpty();
    assertThat(new Alignment(PASSAGE).passages("")).isEmpty();
    assertThat(new Alignment(PASSAGE).passages(numbered("z", 100))).isEmpty();
  }

  @Test
  void repeatedTextIsAlignedInTimeThatGrowsWithItsLength() {
    var one = "again ".repeat(200_000);
    assertThat(new Alignment(one).passages(one))
        .extracting(Passage::words)
        .isEqualTo(List.of(200_000));
  }

  private static String numbered(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter + i).collect(Collectors.joining(" "));
  }
}
