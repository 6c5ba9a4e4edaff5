package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RulesetDiffTest {
  private static final String LAW =
      Written.status("law", "[\"US\"]", "{fact: kind, is: law}", "pd");
  private static final Ruleset BEFORE =
      Written.ruleset(LAW, Written.policy("zone", "{fact: status, is: pd}", "commons"));

  private static Ruleset with(String file, String before, String after) {
    var files = new ArrayList<>(BEFORE.files());
    files.replaceAll(
        source ->
            source.path().equals(file)
                ? new Source(file, source.text().replace(before, after))
                : source);
    var changed = Written.accepted(files);
    assertThat(changed.hash()).isNotEqualTo(BEFORE.hash());
    return changed;
  }

  private static RulesetDiff diff(String file, String before, String after) {
    return RulesetDiff.between(BEFORE, with(file, before, after));
  }

  @Test
  void ofTheSameRulesetIsEmpty() {
    assertThat(RulesetDiff.between(BEFORE, BEFORE).isEmpty()).isTrue();
  }

  @Test
  void namesRulesThatCameAndWent() {
    var after = Written.ruleset(LAW, Written.policy("other", "{fact: status, is: pd}", "market"));
    var diff = RulesetDiff.between(BEFORE, after);
    assertThat(diff.added()).extracting(Rule::id).containsExactly("other");
    assertThat(diff.removed()).extracting(Rule::id).containsExactly("zone");
    assertThat(diff.changed()).isEmpty();
  }

  @Test
  void saysWhatChangedInARule() {
    var diff = diff("rules/all.yaml", "[\"US\"]", "[\"US\", \"DE\"]");
    assertThat(diff.changed().getFirst().changes())
        .containsExactly("places: was [US]; is [US, DE]");
    diff =
        diff(
            "rules/all.yaml",
            "{fact: kind, is: law}",
            "{not: {any: [{fact: kind, exists: false}, {all: [{fact: published, gt: 1950},"
                + " {elapsed: {since: published, years: everywhere}}]}]}}");
    assertThat(diff.changed().getFirst().changes())
        .containsExactly(
            "condition: was kind is law; is not (kind is not given or (published after 1950 and"
                + " the full years of everywhere since published))");
    diff = diff("rules/all.yaml", "zone: commons", "zone: market");
    assertThat(diff.changed().getFirst().changes())
        .containsExactly("consequence: was zone commons; is zone market");
  }

  @Test
  void saysWhatChangedInTermsAndFacts() {
    assertThat(diff("parameters.yaml", "value: 95", "value: 90").parameters())
        .containsExactly("everywhere: was 95 years from 1900-01-01; is 90 years from 1900-01-01");
    assertThat(
            diff("parameters.yaml", "value: 70, revive: false", "value: 75, revive: false")
                .parameters())
        .hasSize(2)
        .first()
        .isEqualTo(
            "pma in AU: was 50 years from 1969-05-01, 70 years from 2005-01-01 without reviving;"
                + " is 50 years from 1969-05-01, 75 years from 2005-01-01 without reviving");
    assertThat(diff("facts.yaml", "  absent: false\n", "").facts())
        .containsExactly("reserved: was truth, false if absent; is truth");
  }

  @Test
  void showsWhichExamplesOfTheEarlierOneBreakUnderTheLaterOne() {
    var before =
        with(
            "rules/all.yaml",
            "{facts: {}, asOf: \"2026-01-01\", expect: unknown}",
            "{facts: {kind: law}, asOf: \"2026-01-01\", expect: pd}");
    var diff =
        RulesetDiff.between(
            before, Written.ruleset(Written.policy("zone", "{fact: status, is: pd}", "commons")));
    assertThat(diff.broken()).hasSize(1);
    assertThat(diff.broken().getFirst().came()).isEqualTo("unknown");
    assertThat(diff.newTests()).isEmpty();
    assertThat(RulesetDiff.between(BEFORE, before).newTests()).hasSize(1);
  }
}
