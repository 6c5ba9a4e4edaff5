package org.commonsregistry.terms.licence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An SPDX licence expression (SPDX specification 2.3, annex D) in canonical form: identifiers as
 * the SPDX list spells them, alternatives and conjunctions flat, sorted and without repetition, so
 * that two expressions of the same meaning and shape are equal. Immutable.
 */
public sealed interface LicenceExpression {
  /** One licence. The identifier is SPDX's, or begins with {@code LicenseRef-}. */
  record Id(String id, boolean orLater) implements LicenceExpression {
    @Override
    public String text() {
      return orLater ? id + "+" : id;
    }
  }

  /** A licence with an additional permission from SPDX's list of exceptions. */
  record With(Id licence, String exception) implements LicenceExpression {
    @Override
    public String text() {
      return licence.text() + " WITH " + exception;
    }
  }

  /** All hold at once. Made by {@link LicenceExpression#and}. */
  record And(List<LicenceExpression> parts) implements LicenceExpression {
    public And {
      parts = canonical(parts);
    }

    @Override
    public String text() {
      return parts.stream()
          .map(part -> part instanceof Or ? "(" + part.text() + ")" : part.text())
          .collect(Collectors.joining(" AND "));
    }
  }

  /** Whoever uses it chooses one. Made by {@link LicenceExpression#or}. */
  record Or(List<LicenceExpression> choices) implements LicenceExpression {
    public Or {
      choices = canonical(choices);
    }

    @Override
    public String text() {
      return choices.stream().map(LicenceExpression::text).collect(Collectors.joining(" OR "));
    }
  }

  /** The expression as SPDX writes it. */
  String text();

  /** Every licence named, exceptions apart. */
  default Stream<Id> licences() {
    return switch (this) {
      case Id id -> Stream.of(id);
      case With with -> Stream.of(with.licence());
      case And and -> and.parts().stream().flatMap(LicenceExpression::licences);
      case Or or -> or.choices().stream().flatMap(LicenceExpression::licences);
    };
  }

  static LicenceExpression and(List<LicenceExpression> parts) {
    var flat =
        canonical(
            parts.stream()
                .flatMap(part -> part instanceof And and ? and.parts().stream() : Stream.of(part))
                .toList());
    return flat.size() == 1 ? flat.getFirst() : new And(flat);
  }

  static LicenceExpression or(List<LicenceExpression> choices) {
    var flat =
        canonical(
            choices.stream()
                .flatMap(part -> part instanceof Or or ? or.choices().stream() : Stream.of(part))
                .toList());
    return flat.size() == 1 ? flat.getFirst() : new Or(flat);
  }

  private static List<LicenceExpression> canonical(List<LicenceExpression> parts) {
    return parts.stream().distinct().sorted(Comparator.comparing(LicenceExpression::text)).toList();
  }
}
