package org.commonsregistry.web;

import java.util.List;
import org.commonsregistry.ruleset.Condition;
import org.commonsregistry.ruleset.Consequence;
import org.commonsregistry.ruleset.FactVocabulary;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Status;

/**
 * What follows when a rule fires.
 *
 * @param says what its status or zone means
 * @param byStatus for a status: the policy rules that look at nothing else
 * @param conditions what goes with a zone
 */
public record Follows(String says, List<RuleLine> byStatus, List<String> conditions) {

  static Follows of(Page page, Ruleset ruleset, Rule rule, String link) {
    return switch (rule.then()) {
      case Consequence.OfStatus(var status) ->
          new Follows(
              page.t("rule.status." + status.token() + ".text"),
              ruleset.rules().stream()
                  .filter(other -> asksOnlyFor(status, other.when()))
                  .map(other -> RuleLine.of(page, other, link, 0))
                  .toList(),
              List.of());
      case Consequence.OfZone(var zone, var conditions) ->
          new Follows(
              page.t("about.zone." + zone.token()),
              List.of(),
              conditions.stream()
                  .map(condition -> Labels.of(page, "rule.condition", condition))
                  .toList());
    };
  }

  private static boolean asksOnlyFor(Status status, Condition condition) {
    return condition instanceof Condition.OneOf(var fact, var values)
        && fact.name().equals(FactVocabulary.STATUS)
        && values.texts().contains(status.token());
  }
}
