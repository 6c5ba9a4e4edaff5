package org.commonsregistry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.classification.Explanation;
import org.commonsregistry.classification.Permissions;
import org.commonsregistry.classification.Verdict;
import org.commonsregistry.ruleset.Consequence;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Zone;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.Permission;
import org.commonsregistry.terms.Use;

/**
 * The verdict on the version a page shows, with its explanation in the reader's language.
 *
 * @param older whether that version is not the standing one
 */
record ShownVerdict(
    DatasetVersion version,
    boolean older,
    Verdict verdict,
    Explanation explanation,
    Permissions permissions) {

  Permission permission(Use use, Actor actor) {
    return permissions.of(version.dataset(), verdict, use, Party.of(actor));
  }

  Zone zone() {
    return verdict.zone();
  }

  LocalDate date() {
    return verdict.date();
  }

  /** The rules and orders that lead to the zone of the place that decides. */
  List<Rule> decidingRules() {
    var zone = verdict.deciding().zone();
    return verdict.deciding().fired().stream()
        .map(Judgement.Fired::rule)
        .filter(rule -> rule.then() instanceof Consequence.OfZone(var to, _) && to == zone)
        .toList();
  }

  /** What rules attach to the zone, as tokens, in any place. */
  Set<String> conditions() {
    var conditions = new TreeSet<String>();
    for (var judgement : verdict.judgements()) {
      for (var fired : judgement.fired()) {
        if (fired.rule().then() instanceof Consequence.OfZone(_, var tokens)) {
          conditions.addAll(tokens);
        }
      }
    }
    return conditions;
  }

  /** What somebody would have to find out first, where the decision waits for a fact. */
  Optional<Explanation.Missing> firstMissing() {
    return explanation.places().stream()
        .filter(place -> place.zone().equals(zone().token()))
        .flatMap(place -> place.missing().stream())
        .findFirst();
  }
}
