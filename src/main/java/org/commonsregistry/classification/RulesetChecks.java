package org.commonsregistry.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetTests;

/** Whether a ruleset may be put in force. */
final class RulesetChecks {
  private RulesetChecks() {}

  /** What speaks against it, one sentence each: tests that fail, things that must stay commons. */
  static List<String> failing(Ruleset ruleset, LocalDate date) {
    var failing = new ArrayList<String>();
    for (var tried : RulesetTests.run(ruleset)) {
      if (!tried.passed()) {
        failing.add(
            tried.test().position()
                + ": "
                + tried.rule().id()
                + " expects "
                + tried.test().expect()
                + ", came "
                + tried.came());
      }
    }
    for (var kept : RulesetTests.mustStay(ruleset, ruleset.mustStay(), date)) {
      if (!kept.passed()) {
        failing.add(
            kept.item().name()
                + " must stay commons in "
                + kept.place()
                + " and would be "
                + kept.came().token());
      }
    }
    return failing;
  }
}
