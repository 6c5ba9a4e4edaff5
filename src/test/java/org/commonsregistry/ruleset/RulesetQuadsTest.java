package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonsregistry.ledger.Draft;
import org.junit.jupiter.api.Test;

class RulesetQuadsTest {
  @Test
  void aRecordedRulesetIsReadBackToTheLetterAndFitsIntoAnEntry() {
    var ruleset = Founding.ruleset();
    var payload = RulesetQuads.write(ruleset, "urn:commons:ruleset:commons-by-default");
    assertThat(payload.toBytes().length).isLessThan(Draft.LARGEST_PAYLOAD);
    assertThat(RulesetQuads.files(payload)).containsExactlyInAnyOrderElementsOf(ruleset.files());
    assertThat(payload.toString())
        .contains("<https://commonsregistry.org/ns#rulesetHash> \"" + ruleset.hash() + "\"^^");
  }
}
