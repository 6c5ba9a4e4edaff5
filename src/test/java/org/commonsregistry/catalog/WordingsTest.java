package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Dataset.Wording;
import org.commonsregistry.catalog.StatementIndex.Said;
import org.junit.jupiter.api.Test;

class WordingsTest {
  @Test
  void whatTwoSourcesWordDifferentlyIsThereWithBoth() {
    assertThat(
            Wordings.differing(List.of(said("Deeds", "en", "a"), said("Land deeds", "en-GB", "b"))))
        .containsExactly(wording("Deeds", "en", "a"), wording("Land deeds", "en-GB", "b"));
  }

  @Test
  void whoAgreesStandsTogether() {
    assertThat(
            Wordings.differing(
                List.of(
                    said("Deeds", "en", "a"),
                    said("Land deeds", "en", "b"),
                    said(" Land\n deeds", "en", "c"),
                    said("Deeds", "en", "a"))))
        .containsExactly(wording("Deeds", "en", "a"), wording("Land deeds", "en", "b", "c"));
  }

  @Test
  void aTranslationContradictsNothing() {
    assertThat(Wordings.differing(List.of(said("Deeds", "en", "a"), said("Urkunden", "de", "b"))))
        .isEmpty();
  }

  @Test
  void theSameWordsWithAndWithoutALanguageAreNoContradiction() {
    assertThat(Wordings.differing(List.of(said("Deeds", "en", "a"), said("Deeds", "", "b"))))
        .isEmpty();
  }

  @Test
  void wordsOfUnknownLanguageMayContradictAny() {
    var wordings = Wordings.differing(List.of(said("Deeds", "en", "a"), said("Acts", "", "b")));
    assertThat(wordings).hasSize(2);
    assertThat(Wordings.others(wordings, "Deeds")).containsExactly(wording("Acts", "und", "b"));
    assertThat(Wordings.others(wordings, "Acts")).containsExactly(wording("Deeds", "en", "a"));
  }

  @Test
  void besideAShownTextStandOnlyThoseInItsLanguage() {
    var wordings =
        Wordings.differing(
            List.of(
                said("Deeds", "en", "a"),
                said("Land deeds", "en", "b"),
                said("Urkunden", "de", "a"),
                said("Grundakten", "de", "b")));
    assertThat(wordings).hasSize(4);
    assertThat(Wordings.others(wordings, "Urkunden"))
        .containsExactly(wording("Grundakten", "de", "b"));
  }

  private static Said said(String text, String language, String set) {
    return new Said(
        language.isEmpty()
            ? NodeFactory.createLiteralString(text)
            : NodeFactory.createLiteralLang(text, language),
        set);
  }

  private static Wording wording(String text, String language, String... sources) {
    return new Wording(text, language, List.of(sources));
  }
}
