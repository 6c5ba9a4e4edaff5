package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * Conditions as SPARQL 1.1 expressions over the fact triples of {@code ?item}. SPARQL knows no
 * "unknown", so each condition has two: when it holds and when it fails; where neither is true it
 * is not decided.
 */
final class ConditionExpressions {
  private static final String NEVER = "false";

  private final Place place;
  private final LocalDate day;

  ConditionExpressions(Place place, LocalDate day) {
    this.place = place;
    this.day = day;
  }

  String holds(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> joined(parts, this::holds, " && ", "true");
      case Condition.Any(var parts) -> joined(parts, this::holds, " || ", NEVER);
      case Condition.Not(var part) -> fails(part);
      case Condition.OneOf(var fact, var values) when derived(fact) -> derivedIn(values);
      case Condition.OneOf(var fact, var values) ->
          silence(fact, values)
              ? either(matches(fact, values), not(given(fact)))
              : matches(fact, values);
      case Condition.Compared compared -> everyYear(compared.fact(), limit(compared));
      case Condition.Exists(var fact, _) when derived(fact) -> exists(condition, "true");
      case Condition.Exists(var fact, _) -> exists(condition, given(fact));
      case Condition.Elapsed elapsed ->
          limit(elapsed).map(limit -> everyYear(elapsed.since(), limit)).orElse(NEVER);
    };
  }

  private String fails(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> joined(parts, this::fails, " || ", NEVER);
      case Condition.Any(var parts) -> joined(parts, this::fails, " && ", "true");
      case Condition.Not(var part) -> holds(part);
      case Condition.OneOf(var fact, var values) when derived(fact) -> not(derivedIn(values));
      case Condition.OneOf(var fact, var values) ->
          fact.absent().isPresent() && !silence(fact, values)
              ? not(matches(fact, values))
              : both(given(fact), not(matches(fact, values)));
      case Condition.Compared compared -> someYearNot(compared.fact(), limit(compared));
      case Condition.Exists exists -> not(holds(exists));
      case Condition.Elapsed elapsed ->
          limit(elapsed).map(limit -> someYearNot(elapsed.since(), limit)).orElse(NEVER);
    };
  }

  /** A fact that must be given for the condition to hold, if there is one. */
  static Optional<FactDefinition> needed(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) ->
          parts.stream().flatMap(part -> needed(part).stream()).findFirst();
      case Condition.OneOf(var fact, _) -> told(fact);
      case Condition.Compared(var fact, _, _) -> told(fact);
      case Condition.Exists(var fact, boolean wanted) -> wanted ? told(fact) : Optional.empty();
      case Condition.Elapsed(var since, _) -> told(since);
      case Condition.Not(Condition.OneOf part) -> needed(part);
      case Condition.Any _, Condition.Not _ -> Optional.empty();
    };
  }

  private static Optional<FactDefinition> told(FactDefinition fact) {
    return derived(fact) || fact.absent().isPresent() ? Optional.empty() : Optional.of(fact);
  }

  private static boolean derived(FactDefinition fact) {
    return fact.name().equals(FactVocabulary.STATUS);
  }

  private static String derivedIn(FactValue values) {
    return "(?status IN (" + terms(FactVocabulary.STATUS, values) + "))";
  }

  /** Whether silence about the fact means one of the values. */
  private static boolean silence(FactDefinition fact, FactValue values) {
    return fact.absent()
        .filter(absent -> absent.texts().stream().anyMatch(values.texts()::contains))
        .isPresent();
  }

  private static String matches(FactDefinition fact, FactValue values) {
    return "EXISTS { ?item "
        + predicate(fact)
        + " ?v FILTER (?v IN ("
        + terms(fact.name(), values)
        + ")) }";
  }

  static String given(FactDefinition fact) {
    return "EXISTS { ?item " + predicate(fact) + " ?v }";
  }

  private static String exists(Condition condition, String given) {
    return ((Condition.Exists) condition).wanted() ? given : not(given);
  }

  /**
   * @param operator as in SPARQL
   */
  private record Limit(String operator, Condition.Comparison comparison, int year) {
    boolean fits(FactValue value) {
      return value instanceof FactValue.Years years
          && years.values().stream().allMatch(given -> comparison.holds(given, year));
    }
  }

  private static Limit limit(Condition.Compared compared) {
    var comparison = compared.comparison();
    var operator =
        switch (comparison) {
          case LT -> "<";
          case LTE -> "<=";
          case GT -> ">";
          case GTE -> ">=";
        };
    return new Limit(operator, comparison, compared.year());
  }

  private Optional<Limit> limit(Condition.Elapsed elapsed) {
    var latest = TermLimit.latestYear(elapsed.term(), place, day);
    return latest.isEmpty()
        ? Optional.empty()
        : Optional.of(new Limit("<=", Condition.Comparison.LTE, latest.getAsInt()));
  }

  private static String everyYear(FactDefinition fact, Limit limit) {
    var fits = not(violation(fact, limit));
    return fact.absent().filter(limit::fits).isPresent() ? fits : both(given(fact), fits);
  }

  private static String someYearNot(FactDefinition fact, Limit limit) {
    var violation = violation(fact, limit);
    return fact.absent().isPresent() && !limit.fits(fact.absent().get())
        ? either(violation, not(given(fact)))
        : violation;
  }

  /** The years are compared as numbers: SPARQL 1.1 has no order of xsd:gYear. */
  private static String violation(FactDefinition fact, Limit limit) {
    return "EXISTS { ?item "
        + predicate(fact)
        + " ?v FILTER (!(xsd:integer(STR(?v)) "
        + limit.operator()
        + " "
        + limit.year()
        + ")) }";
  }

  private static String joined(
      List<Condition> parts, Function<Condition, String> each, String with, String none) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(each).collect(Collectors.joining(with, "(", ")"));
  }

  private static String both(String one, String other) {
    return "(" + one + " && " + other + ")";
  }

  private static String either(String one, String other) {
    return "(" + one + " || " + other + ")";
  }

  static String not(String expression) {
    return "(! " + expression + ")";
  }

  private static String predicate(FactDefinition fact) {
    return "fact:" + fact.name();
  }

  private static String terms(String fact, FactValue values) {
    var item = NodeFactory.createURI("urn:commons:item");
    return FactTriples.write(item, Facts.NONE.with(fact, values)).stream()
        .map(triple -> NodeFmtLib.strNT(triple.getObject()))
        .collect(Collectors.joining(", "));
  }
}
