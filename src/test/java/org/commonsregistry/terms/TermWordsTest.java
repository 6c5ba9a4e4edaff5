package org.commonsregistry.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TermWordsTest {
  private static final List<TermWords> BOTH = List.of(TermWords.ENGLISH, TermWords.GERMAN);

  @Test
  void bothLanguagesHaveTheSameSentences() {
    assertThat(TermWords.GERMAN.keys())
        .containsExactlyInAnyOrderElementsOf(TermWords.ENGLISH.keys());
    for (var words : BOTH) {
      for (var key : words.keys()) {
        assertThat(words.text(key)).as(key).isNotBlank().doesNotContain("[");
      }
    }
  }

  @Test
  void everyConstantHasWords() {
    for (var words : BOTH) {
      for (var answer : Answer.values()) {
        assertThat(words.of(answer)).doesNotContain("[");
      }
      for (var flag : Flag.values()) {
        assertThat(words.of(flag)).doesNotContain("[");
      }
      for (var action : Action.values()) {
        assertThat(words.of(action)).doesNotContain("[");
      }
      for (var actor : Actor.values()) {
        assertThat(words.of(actor)).doesNotContain("[");
      }
      for (var layer : Layer.values()) {
        assertThat(words.of(layer)).doesNotContain("[");
      }
      for (var exception : StatutoryException.values()) {
        assertThat(words.of(exception)).doesNotContain("[");
      }
    }
  }

  @Test
  void aWishIsOneSentenceWithItsDutiesAndItsParties() {
    var wish =
        new Preference.Wish(
            Action.TRAIN,
            Preference.Stance.CONDITIONAL,
            Set.of(new Duty.ContributeEcosystem()),
            Scope.anyOf(Actor.RESEARCH),
            "label",
            false);
    assertThat(TermWords.ENGLISH.of(wish))
        .isEqualTo(
            "Only in return for something: train models. Give something back to the commons."
                + " For: researchers.");
    assertThat(TermWords.GERMAN.of(wish)).startsWith("Nur mit Gegenleistung: Modelle trainieren.");
    for (var stance : Preference.Stance.values()) {
      var said = new Preference.Wish(Action.MINE, stance, Set.of(), Scope.EVERYBODY, "", false);
      assertThat(TermWords.GERMAN.of(said)).doesNotContain("[");
    }
  }

  /** Keys are written into the code; each of them has its sentence. */
  @Test
  void everyKeyInTheCodeHasASentence() throws IOException {
    var key = Pattern.compile("\"((?:step|lost|for|term)\\.[a-z-]+(?:\\.[a-z-]+)?)\"");
    var note = Pattern.compile("note\\(\"([a-z-]+)\"");
    try (var files = Files.walk(Path.of("src/main/java/org/commonsregistry/terms"))) {
      for (var file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
        var code = Files.readString(file);
        key.matcher(code)
            .results()
            .forEach(found -> assertThat(TermWords.ENGLISH.keys()).contains(found.group(1)));
        note.matcher(code)
            .results()
            .forEach(
                found -> assertThat(TermWords.ENGLISH.keys()).contains("note." + found.group(1)));
      }
    }
    for (var answer : Answer.values()) {
      assertThat(TermWords.ENGLISH.keys()).contains("step.licence." + Tokens.of(answer));
    }
    for (var stance : Preference.Stance.values()) {
      assertThat(TermWords.ENGLISH.keys()).contains("step.preference." + Tokens.of(stance));
    }
    for (var effect : CommunityProtocol.Effect.values()) {
      assertThat(TermWords.ENGLISH.keys()).contains("step.protocol." + Tokens.of(effect));
    }
  }

  @Test
  void parametersChooseTheWords() {
    assertThat(TermWords.ENGLISH.of(new Duty.Report(Period.ofMonths(3), Duty.Content.USE)))
        .isEqualTo("Report what was done with the data, every three months.");
    assertThat(TermWords.ENGLISH.of(new Duty.Report(Period.ZERO, Duty.Content.CONTAMINATION)))
        .isEqualTo("Report whether the data were trained on.");
    assertThat(TermWords.GERMAN.of(new Duty.Attribute(Duty.Level.ITEM, Duty.Form.IN_OUTPUT_LINK)))
        .isEqualTo("Das einzelne Werk nennen, mit einem Link in der Ausgabe.");
    assertThat(TermWords.ENGLISH.of(new Duty.CarryTerms(-1))).contains("without end");
    assertThat(TermWords.ENGLISH.of(new Duty.CarryTerms(1))).contains("for one step");
    assertThat(TermWords.ENGLISH.of(new Duty.CarryTerms(4))).contains("for 4 steps");
    assertThat(TermWords.ENGLISH.of(new Duty.HonourRemoval(7))).contains("within 7 days");
    assertThat(TermWords.ENGLISH.of(new Duty.BehaviouralRestriction("")))
        .contains("list of the terms");
  }

  @Test
  void aMissingSentenceShowsItself() {
    assertThat(TermWords.ENGLISH.text("no.such")).isEqualTo("[no.such]");
    assertThat(TermWords.in("de").language()).isEqualTo("de");
    assertThat(TermWords.in("fr").language()).isEqualTo("en");
  }
}
