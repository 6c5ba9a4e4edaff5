package org.commonsregistry.web;

import java.util.List;
import org.commonsregistry.ruleset.Consequence;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Rule;

/**
 * A rule in a list.
 *
 * @param zone token of the zone it leads to; empty for a status rule
 * @param status the status it leads to, in words; empty for other rules
 * @param datasets how many it takes part in deciding
 */
public record RuleLine(
    String id,
    String title,
    String href,
    String zone,
    String status,
    String places,
    String cite,
    long datasets) {

  static RuleLine of(Page page, Rule rule, String query, long datasets) {
    return new RuleLine(
        rule.id(),
        rule.title().in(page.language().tag()),
        "/rules/" + rule.id() + query,
        rule.then() instanceof Consequence.OfZone(var zone, _) ? zone.token() : "",
        rule.then() instanceof Consequence.OfStatus(var status)
            ? page.t("rule.status." + status.token())
            : "",
        rule.places().size() > 1 ? page.t("rules.places", rule.places().size()) : "",
        rule.basis().cite(),
        datasets);
  }

  /** Names of countries in the order of the reader's language. */
  static List<String> names(Page page, List<Place> places) {
    return places.stream()
        .map(place -> place.anywhere() ? page.t("rules.anywhere") : name(page, place))
        .sorted(java.text.Collator.getInstance(page.language().locale()))
        .toList();
  }

  static String name(Page page, Place place) {
    return place.anywhere() ? page.t("rules.anywhere") : page.formats().place(place.code());
  }
}
