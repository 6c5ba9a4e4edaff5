package org.commonsregistry.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "attribute(item,in-output-link)",
        "keep-notice(canary)",
        "indicate-changes",
        "share-alike(weights)",
        "carry-terms(-1)",
        "open-model(mof-ii)",
        "contribute-direct",
        "contribute-ecosystem",
        "compensate(revenue-share)",
        "report(P3M,use)",
        "register-use",
        "allow-audit",
        "honour-removal(7)",
        "obtain-consent",
        "behavioural-restriction",
        "behavioural-restriction(https://example.org/list)",
      })
  void aDutyReadsBackAsItWasWritten(String text) {
    var duty = Duty.parse(text);
    assertThat(duty.text()).isEqualTo(text);
    assertThat(text).startsWith(duty.token());
    duty.parameters().values().forEach(value -> assertThat(text).contains(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pray",
        "attribute",
        "attribute(item)",
        "attribute(item,shouting)",
        "carry-terms(-2)",
        "carry-terms(many)",
        "report(P3M)",
        "share-alike(",
      })
  void whatIsNoDutyIsRefused(String text) {
    assertThatThrownBy(() -> Duty.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void actionsFormATree() {
    assertThat(reached(Action.USE)).containsExactly(Use.values());
    assertThat(reached(Action.MINE)).containsExactly(Use.TRAIN, Use.FINE_TUNE);
    assertThat(reached(Action.TRAIN_GENERATIVE)).containsExactly(Use.TRAIN, Use.FINE_TUNE);
    assertThat(reached(Action.PRETRAIN)).containsExactly(Use.TRAIN);
    assertThat(reached(Action.FINE_TUNE)).containsExactly(Use.FINE_TUNE);
    assertThat(reached(Action.DISTIL)).isEmpty();
    assertThat(reached(Action.TRAIN_DISCRIMINATIVE)).isEmpty();
    assertThat(Action.TRAIN_GENERATIVE.whollyCovers(Use.TRAIN)).isFalse();
    assertThat(Action.TRAIN_GENERATIVE.whollyCovers(Use.FINE_TUNE)).isTrue();
    assertThat(Action.TRAIN.whollyCovers(Use.TRAIN)).isTrue();
    assertThat(Action.TRAIN.includes(Action.MINE)).isFalse();
  }

  @Test
  void aPartyIsEitherCommercialOrNot() {
    assertThatThrownBy(() -> Party.of(Actor.COMMERCIAL, Actor.NON_COMMERCIAL))
        .hasMessageContaining("either");
    assertThat(Party.ALL).hasSize(96).doesNotHaveDuplicates();
    assertThat(Party.ALL.stream().map(Party::index)).doesNotHaveDuplicates();
    assertThat(Party.of(Actor.ANYONE)).isEqualTo(Party.ANYONE);
    assertThat(Party.ANYONE.token()).isEqualTo("anyone");
    assertThat(new Party(Set.of(Actor.RESEARCH, Actor.COMMERCIAL)).token())
        .isEqualTo("commercial+research");
  }

  @Test
  void theAnswersAreOrderedSoThatUnknownIsNeverAYes() {
    assertThat(Answer.PERMITTED.meet(Answer.UNKNOWN)).isEqualTo(Answer.UNKNOWN);
    assertThat(Answer.PROHIBITED.meet(Answer.UNKNOWN)).isEqualTo(Answer.PROHIBITED);
    assertThat(Answer.UNKNOWN.join(Answer.PROHIBITED)).isEqualTo(Answer.UNKNOWN);
    assertThat(Arrays.stream(Answer.values()).filter(Answer::allows))
        .containsExactly(Answer.WITH_DUTIES, Answer.PERMITTED);
  }

  private static List<Use> reached(Action action) {
    return Arrays.stream(Use.values()).filter(action::reaches).toList();
  }
}
