package org.commonsregistry.terms.odrl;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;

/** The operators of constraints on what is known. */
final class Comparing {
  private Comparing() {}

  static Satisfaction compare(Set<Node> known, String operator, Set<Node> wanted) {
    return switch (operator) {
      case "eq", "isA", "isPartOf", "hasPart" -> Satisfaction.of(equal(known, wanted));
      case "neq" -> Satisfaction.of(!equal(known, wanted));
      case "isAnyOf" -> Satisfaction.of(known.stream().anyMatch(wanted::contains));
      case "isAllOf" -> Satisfaction.of(known.containsAll(wanted));
      case "isNoneOf" -> Satisfaction.of(known.stream().noneMatch(wanted::contains));
      case "lt" -> ordered(known, wanted, order -> order < 0);
      case "lteq" -> ordered(known, wanted, order -> order <= 0);
      case "gt" -> ordered(known, wanted, order -> order > 0);
      case "gteq" -> ordered(known, wanted, order -> order >= 0);
      default -> Satisfaction.UNKNOWN;
    };
  }

  private static boolean equal(Set<Node> known, Set<Node> wanted) {
    return wanted.stream()
        .anyMatch(
            value ->
                known.stream()
                    .anyMatch(
                        fact ->
                            fact.equals(value)
                                || order(fact, value).filter(order -> order == 0).isPresent()));
  }

  private static Satisfaction ordered(Set<Node> known, Set<Node> wanted, IntPredicate holds) {
    if (known.size() != 1 || wanted.size() != 1) {
      return Satisfaction.UNKNOWN;
    }
    return order(known.iterator().next(), wanted.iterator().next())
        .map(order -> Satisfaction.of(holds.test(order)))
        .orElse(Satisfaction.UNKNOWN);
  }

  /** Empty when the two cannot be put in an order. */
  private static Optional<Integer> order(Node one, Node other) {
    if (!one.isLiteral() || !other.isLiteral()) {
      return Optional.empty();
    }
    var a = one.getLiteralLexicalForm();
    var b = other.getLiteralLexicalForm();
    try {
      if (kind(one).equals("dateTime") && kind(other).equals("dateTime")) {
        return Optional.of(instant(a).compareTo(instant(b)));
      }
      if (kind(one).startsWith("date") && kind(other).startsWith("date")) {
        return Optional.of(day(one).compareTo(day(other)));
      }
      return Optional.of(new BigDecimal(a).compareTo(new BigDecimal(b)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String kind(Node literal) {
    var type = literal.getLiteralDatatypeURI();
    return type.substring(type.indexOf('#') + 1);
  }

  /** A time without a zone is taken as UTC. */
  private static Instant instant(String text) {
    var zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$") ? text : text + "Z";
    return OffsetDateTime.parse(zoned).toInstant();
  }

  private static LocalDate day(Node literal) {
    var text = literal.getLiteralLexicalForm();
    return kind(literal).equals("dateTime")
        ? LocalDate.ofInstant(instant(text), ZoneOffset.UTC)
        : LocalDate.parse(text);
  }
}
