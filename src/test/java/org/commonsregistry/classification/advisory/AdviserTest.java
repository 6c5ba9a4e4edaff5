package org.commonsregistry.classification.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.commonsregistry.classification.advisory.Advice.Abstention;
import org.commonsregistry.classification.advisory.Advice.StatedTerms;
import org.commonsregistry.classification.advisory.Advice.Suggestion;
import org.commonsregistry.http.ProblemException;
import org.junit.jupiter.api.Test;

class AdviserTest {
  private final Adviser adviser = new Adviser();

  @Test
  void aTextAboutCourtsIsSuggestedForCourtOpinions() {
    var advice =
        adviser.suggest(
            "Decisions of the high court",
            "Judgments of the high court and the courts of appeal since 1970 with citations and"
                + " judges.",
            List.of("case law"));
    assertThat(advice.categories())
        .extracting(Suggestion::category)
        .first()
        .isEqualTo("court-opinions");
    assertThat(advice.categories())
        .allSatisfy(c -> assertThat(c.confidence()).isBetween(advice.categoryThreshold(), 1.0));
    assertThat(advice.sentences()).isEmpty();
    assertThat(advice.abstained()).isNull();
  }

  @Test
  void theSentenceThatStatesTheLicenceIsTheEvidence() {
    var advice =
        adviser.suggest(
            "Street trees",
            "Every tree along the streets with species and height. The data is under a Creative"
                + " Commons Attribution licence. It is updated each spring by the parks"
                + " department.",
            List.of());
    assertThat(advice.sentences())
        .extracting(StatedTerms::sentence)
        .containsExactly("The data is under a Creative Commons Attribution licence.");
  }

  @Test
  void everyAnswerSaysThatItIsNoVerdictAndWhichModelGaveIt() {
    for (var text : List.of("", "Speech recordings read by volunteers from all over the world.")) {
      var advice = adviser.suggest("", text, List.of());
      assertThat(advice.note()).contains("not a verdict");
      assertThat(advice.version()).isEqualTo(AdviceModels.VERSION);
      assertThat(advice.model()).isEqualTo(AdviceModels.shipped().hash()).hasSize(64);
    }
  }

  @Test
  void textsTheModelsCannotReadGetNoAdviceAndAreToldWhy() {
    assertThat(abstained("")).isEqualTo(Abstention.NO_TEXT);
    assertThat(abstained(" \u0000\u0007 12 345 --- ")).isEqualTo(Abstention.NO_TEXT);
    assertThat(abstained("Решения верховного суда с 1990 года")).isEqualTo(Abstention.OTHER_SCRIPT);
    assertThat(abstained("最高裁判所の判決")).isEqualTo(Abstention.OTHER_SCRIPT);
    assertThat(
            abstained(
                "Urteile des obersten Gerichts seit 1970, mit Fundstellen und Leitsätzen, die in"
                    + " allen Sammlungen der Länder zitiert werden."))
        .isEqualTo(Abstention.OTHER_LANGUAGE);
    assertThat(abstained("Xyzzy plugh")).isEqualTo(Abstention.TOO_FEW_KNOWN_WORDS);
  }

  private Abstention abstained(String text) {
    var advice = adviser.suggest("", text, List.of());
    assertThat(advice.categories()).isEmpty();
    assertThat(advice.sentences()).isEmpty();
    return advice.abstained();
  }

  @Test
  void controlCharactersNeitherHideNorReachTheEvidence() {
    var advice =
        adviser.suggest(
            "",
            "The maps show roads.\n\u0000The data is in the pub\u0007lic domain.\u001b",
            List.of());
    assertThat(advice.sentences())
        .extracting(StatedTerms::sentence)
        .containsExactly("The data is in the public domain.");
  }

  @Test
  void aTextOfTenMegabytesIsRefusedWithTheBound() {
    assertThatThrownBy(() -> adviser.suggest("", "court ".repeat(1_800_000), List.of()))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> adviser.suggest("", "", List.of("é".repeat(40_000))))
        .isInstanceOf(ProblemException.class);
    assertThat(adviser.suggest("", "court ".repeat(10_000), List.of()).note()).isNotEmpty();
  }

  @Test
  void theModelFileReadsBackAsItWasWritten() throws java.io.IOException {
    var file =
        java.nio.file.Files.readAllBytes(
            java.nio.file.Path.of("classifier", "advisory", AdviceModels.FILE));
    var read = AdviceModels.read(file);
    assertThat(AdviceModels.write(read.categories(), read.terms(), read.sources())).isEqualTo(file);
    assertThatThrownBy(() -> AdviceModels.read(new byte[] {1, 2, 3}))
        .hasMessageContaining("train the models again");
  }
}
