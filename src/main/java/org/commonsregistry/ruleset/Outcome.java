package org.commonsregistry.ruleset;

import java.util.List;

/**
 * What the three layers come to, before it is explained.
 *
 * @param orders those that decide on the day
 */
record Outcome(
    Status status,
    Zone zone,
    Judgement.Ground ground,
    Sifted statusRules,
    Sifted policyRules,
    List<Rule> orders) {

  boolean sameAs(Outcome other) {
    return zone == other.zone && status == other.status;
  }
}
