package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One rule.
 *
 * @param id stable, never used for another rule
 * @param places where it holds; {@link Place#ANYWHERE} for everywhere; policy rules and orders hold
 *     everywhere
 * @param says what it says in plain words
 * @param since when the law came into force or the rule was adopted; for readers, it decides
 *     nothing
 * @param overrides ids of the rules that do not count when this one fires
 * @param when for an order: always
 * @param order whom and how long it concerns; orders only
 */
public record Rule(
    String id,
    Layer layer,
    List<Place> places,
    Wording title,
    Wording says,
    Basis basis,
    Optional<LocalDate> since,
    SortedSet<String> overrides,
    Condition when,
    Consequence then,
    Optional<OrderScope> order,
    List<RuleTest> tests,
    RuleHash hash,
    Position position) {

  public boolean holdsIn(Place place) {
    return places.contains(Place.ANYWHERE) || places.contains(place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rule rule && hash.equals(rule.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
