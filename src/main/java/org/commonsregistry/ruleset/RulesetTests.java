package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tries a ruleset on the examples its rules carry and on what must stay commons. */
public final class RulesetTests {
  private RulesetTests() {}

  /**
   * @param came a status or zone as token
   */
  public record Tried(Rule rule, RuleTest test, String came) {
    public boolean passed() {
      return came.equals(test.expect());
    }
  }

  /**
   * @param came the zone in the place on the day
   */
  public record Kept(MustStay item, Place place, LocalDate asOf, Zone came) {
    public boolean passed() {
      return came == Zone.COMMONS || item.exception().isPresent();
    }
  }

  public static List<Tried> run(Ruleset ruleset) {
    return run(ruleset, ruleset.rules());
  }

  /** The examples of some rules, tried on this ruleset; the rules may come from another one. */
  public static List<Tried> run(Ruleset ruleset, List<Rule> rules) {
    var tried = new ArrayList<Tried>();
    for (var rule : rules) {
      for (var test : rule.tests()) {
        tried.add(new Tried(rule, test, came(ruleset, rule, test)));
      }
    }
    return List.copyOf(tried);
  }

  private static String came(Ruleset ruleset, Rule rule, RuleTest test) {
    var tried =
        Case.of(
            ruleset.vocabulary(),
            test.facts(),
            test.place(),
            test.asOf(),
            test.item().orElse("urn:commons:example"));
    var outcome = ruleset.judge().outcome(tried, test.status());
    return rule.layer() == Layer.STATUS ? outcome.status().token() : outcome.zone().token();
  }

  /** What must stay commons, in each of its places on a day; items of a later day are left out. */
  public static List<Kept> mustStay(Ruleset ruleset, List<MustStay> items, LocalDate asOf) {
    var kept = new ArrayList<Kept>();
    for (var item : items) {
      if (item.since().filter(since -> since.isAfter(asOf)).isPresent()) {
        continue;
      }
      for (var place : item.places()) {
        var judgement = ruleset.judge(item.facts(), place, asOf, "urn:commons:example");
        kept.add(new Kept(item, place, asOf, judgement.zone()));
      }
    }
    return List.copyOf(kept);
  }

  /** Orders that no longer decide anything on a day. */
  public static List<Rule> expired(Ruleset ruleset, LocalDate asOf) {
    return ruleset.rules().stream()
        .filter(rule -> rule.order().filter(order -> order.until().isBefore(asOf)).isPresent())
        .toList();
  }
}
