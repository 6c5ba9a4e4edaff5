package org.commonsregistry.web;

import org.commonsregistry.ruleset.Layer;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;

/**
 * What identifies a ruleset and how much is in it.
 *
 * @param places how many countries have rules of their own
 * @param href its own page
 */
public record RulesetHead(
    String title,
    String version,
    String hash,
    String since,
    String decidedBy,
    long sequence,
    boolean inForce,
    long status,
    long policy,
    long orders,
    long places,
    long tests,
    String href) {

  static RulesetHead of(Page page, Rulesets.Adopted adopted, boolean inForce) {
    var ruleset = adopted.ruleset();
    return new RulesetHead(
        ruleset.title().in(page.language().tag()),
        ruleset.version(),
        ruleset.hash().hex(),
        page.formats().date(adopted.at()),
        AskedRuleset.decidedBy(page, adopted),
        adopted.sequence(),
        inForce,
        count(ruleset, Layer.STATUS),
        count(ruleset, Layer.POLICY),
        count(ruleset, Layer.ORDER),
        ruleset.rules().stream()
            .flatMap(rule -> rule.places().stream())
            .filter(place -> !place.anywhere())
            .distinct()
            .count(),
        ruleset.rules().stream().mapToLong(rule -> rule.tests().size()).sum(),
        href(ruleset));
  }

  static String href(Ruleset ruleset) {
    return "/rulesets/" + ruleset.name() + "/" + ruleset.hash().hex();
  }

  private static long count(Ruleset ruleset, Layer layer) {
    return ruleset.rules().stream().filter(rule -> rule.layer() == layer).count();
  }
}
