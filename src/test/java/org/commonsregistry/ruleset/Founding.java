package org.commonsregistry.ruleset;

/** The founding ruleset, read once for all tests. */
final class Founding {
  private static final Ruleset RULESET = Rulesets.founding();

  private Founding() {}

  static Ruleset ruleset() {
    return RULESET;
  }
}
