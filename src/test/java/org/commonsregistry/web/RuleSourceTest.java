package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonsregistry.ruleset.Rulesets;
import org.junit.jupiter.api.Test;

class RuleSourceTest {
  @Test
  void aRuleEndsWhereTheNextOneOrACommentBegins() {
    var text =
        """
        rules:
        - id: one
          says:
            en: "A"

          then: {}
        # ---- others
        - id: two
          then: {}
        """;
    assertThat(RuleSource.cut(text, 2))
        .isEqualTo("- id: one\n  says:\n    en: \"A\"\n\n  then: {}");
    assertThat(RuleSource.cut(text, 8)).isEqualTo("- id: two\n  then: {}");
    assertThat(RuleSource.cut(text, 100)).isEmpty();
  }

  @Test
  void everyFoundingRuleIsFoundInItsFileAsAWhole() {
    var ruleset = Rulesets.founding();
    for (var rule : ruleset.rules()) {
      assertThat(RuleSource.of(ruleset, rule))
          .as(rule.id())
          .startsWith("- id: " + rule.id())
          .contains("says:", "basis:", "then:", "tests:");
      assertThat(RuleSource.of(ruleset, rule).split("\n- id: ")).hasSize(1);
    }
  }
}
