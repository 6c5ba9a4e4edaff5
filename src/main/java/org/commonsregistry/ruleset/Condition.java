package org.commonsregistry.ruleset;

import java.util.List;

/**
 * When a rule fires. There is no other operator, so every condition is decided in one pass over the
 * tree, can be explained, and can be written as SPARQL.
 */
public sealed interface Condition {
  /** Holds when each part holds; without parts it holds. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Holds when some part holds; without parts it does not hold. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  /** {@code is} and {@code in}: holds when any value of the fact is among these. */
  record OneOf(FactDefinition fact, FactValue values) implements Condition {}

  /** {@code lt}, {@code lte}, {@code gt}, {@code gte}: holds when every year of the fact fits. */
  record Compared(FactDefinition fact, Comparison comparison, int year) implements Condition {}

  /** Holds when the fact is given (or is not); a default for silence does not count. */
  record Exists(FactDefinition fact, boolean wanted) implements Condition {}

  /** Holds from 1 January of the latest year of the fact + the term + 1. */
  record Elapsed(FactDefinition since, Term term) implements Condition {}

  /** How two years compare. */
  enum Comparison {
    LT,
    LTE,
    GT,
    GTE;

    boolean holds(int year, int limit) {
      return switch (this) {
        case LT -> year < limit;
        case LTE -> year <= limit;
        case GT -> year > limit;
        case GTE -> year >= limit;
      };
    }
  }

  /** How long something lasts. */
  sealed interface Term {
    /** The same number of years everywhere and always. */
    record Fixed(int years) implements Term {}

    /** A dated parameter, per country or for all of them. */
    record Dated(Parameter parameter) implements Term {}
  }
}
