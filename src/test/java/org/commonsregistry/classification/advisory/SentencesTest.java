package org.commonsregistry.classification.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void aSentenceEndsBeforeAnythingButASmallLetter() {
    assertThat(Sentences.of("Opened in 1997. It has 17.5 million words! \"Free\"? 12 parts."))
        .containsExactly("Opened in 1997.", "It has 17.5 million words!", "\"Free\"?", "12 parts.");
  }

  @Test
  void shortFormsAndInitialsDoNotEndASentence() {
    assertThat(Sentences.of("Started by Michael S. Hart. Prose, e.g. Letters, cf. Vol. 3."))
        .containsExactly("Started by Michael S. Hart.", "Prose, e.g. Letters, cf. Vol. 3.");
  }

  @Test
  void linesAreSentencesOfTheirOwn() {
    assertThat(Sentences.of("# Licence\n* CC0\n\n---\nwith   spaces"))
        .containsExactly("# Licence", "* CC0", "with spaces");
  }

  @Property
  void nothingButWhiteSpaceAndPiecesWithoutLettersIsLost(
      @ForAll @StringLength(max = 3_000) String text) {
    var letters = text.replaceAll("\\P{L}", "");
    assertThat(String.join("", Sentences.of(text)).replaceAll("\\P{L}", "")).hasSameSizeAs(letters);
    assertThat(Sentences.of(text))
        .allSatisfy(s -> assertThat(s.length()).isLessThanOrEqualTo(Sentences.LONGEST));
  }
}
