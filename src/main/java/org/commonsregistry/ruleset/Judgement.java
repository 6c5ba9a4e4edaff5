package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the rules say about one item in one place on one day, and why. Immutable.
 *
 * @param fired the rules that count
 * @param overridden the rules that fired and do not count: because of an exception, or policy rules
 *     while an order decides
 * @param undecided the rules that might fire if more were known
 * @param nextChange when zone or status will be another if nothing but time moves
 */
public record Judgement(
    Place place,
    LocalDate asOf,
    Zone zone,
    Ground ground,
    Status status,
    List<Fired> fired,
    List<Rule> overridden,
    List<Undecided> undecided,
    Optional<Change> nextChange) {

  /** Why it is this zone. */
  public sealed interface Ground {
    /** Policy rules agree. */
    record Ruled() implements Ground {}

    /** Rules that count lead to different zones; the item waits for a decision. */
    record Conflict(List<Rule> rules) implements Ground {}

    /** No policy rule fired; the item waits for a decision. */
    record NothingFired() implements Ground {}

    /** An order decides, as long as it lasts. */
    record ByOrder(Rule order) implements Ground {}

    default String token() {
      return switch (this) {
        case Ruled() -> "ruled";
        case Conflict(_) -> "conflict";
        case NothingFired() -> "nothing-fired";
        case ByOrder(_) -> "by-order";
      };
    }
  }

  /**
   * @param factsUsed the given facts that made it fire; what was concluded from silence is not
   *     among them
   */
  public record Fired(Rule rule, SortedMap<String, FactValue> factsUsed) {}

  /**
   * @param missing the facts that would decide it; empty when only a term is missing that no
   *     parameter records for the day
   */
  public record Undecided(Rule rule, SortedSet<String> missing) {}

  public record Change(LocalDate on, Zone zone, Status status) {}
}
