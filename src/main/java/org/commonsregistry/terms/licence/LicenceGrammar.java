package org.commonsregistry.terms.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.commonsregistry.terms.licence.LicenceExpression.Id;
import org.commonsregistry.terms.licence.LicenceExpression.With;

/**
 * Expressions that join licences by "and", "or" and "with": SPDX's (annex D) and Debian's (DEP-5),
 * which differ in how a licence is named and in Debian's comma, which binds least.
 */
final class LicenceGrammar {
  private static final Pattern TOKEN = Pattern.compile("[(),]|[^\\s(),]+");
  private static final int MOST_TOKENS = 200;
  private static final int DEEPEST = 20;

  private final Function<String, Optional<Meaning>> licence;
  private final BiFunction<Meaning, String, Optional<Meaning>> exception;
  private final boolean comma;
  private final Function<Meaning, Optional<LicenceFamily>> family;

  private LicenceGrammar(
      Function<String, Optional<Meaning>> licence,
      BiFunction<Meaning, String, Optional<Meaning>> exception,
      boolean comma,
      Function<Meaning, Optional<LicenceFamily>> family) {
    this.licence = licence;
    this.exception = exception;
    this.comma = comma;
    this.family = family;
  }

  /** Identifiers of the SPDX list only. */
  static LicenceGrammar spdx(SpdxList list) {
    return new LicenceGrammar(
        name -> list.licence(name).map(Meaning.Exactly::new),
        (meaning, name) -> list.exception(name).flatMap(listed -> with(meaning, listed)),
        false,
        _ -> Optional.empty());
  }

  /** Names as Debian and others write them. */
  static LicenceGrammar names(LicenceNames names, ExceptionNames exceptions) {
    return new LicenceGrammar(
        name -> names.whole(Word.of(name)),
        (meaning, name) -> exceptions.added(meaning, name),
        true,
        names::family);
  }

  static Optional<Meaning> with(Meaning meaning, String exception) {
    return meaning instanceof Meaning.Exactly(Id id)
        ? Optional.of(new Meaning.Exactly(new With(id, exception)))
        : Optional.empty();
  }

  /** What the expression means; empty if it is none, or names something unknown. */
  Optional<Meaning> read(String text) {
    var tokens =
        TOKEN
            .matcher(text)
            .results()
            .map(result -> result.group())
            .limit(MOST_TOKENS + 1L)
            .toList();
    if (tokens.isEmpty() || tokens.size() > MOST_TOKENS) {
      return Optional.empty();
    }
    var reading = new Reading(tokens);
    return reading.list(0).filter(_ -> reading.at == tokens.size());
  }

  private final class Reading {
    private final List<String> tokens;
    private int at;

    Reading(List<String> tokens) {
      this.tokens = tokens;
    }

    /** Parts joined by a comma and an operator, from left to right. */
    Optional<Meaning> list(int depth) {
      var left = or(depth);
      while (left.isPresent() && comma && is(",")) {
        at++;
        var alternative = is("or");
        if (!alternative && !is("and")) {
          return Optional.empty();
        }
        at++;
        var right = or(depth);
        left = right.isEmpty() ? right : join(List.of(left.get(), right.get()), alternative);
      }
      return left;
    }

    private Optional<Meaning> or(int depth) {
      return joined("or", () -> joined("and", () -> licence(depth), false), true);
    }

    private Optional<Meaning> joined(
        String operator, Supplier<Optional<Meaning>> part, boolean alternative) {
      var parts = new ArrayList<Meaning>();
      do {
        if (!parts.isEmpty()) {
          at++;
        }
        var next = part.get();
        if (next.isEmpty()) {
          return next;
        }
        parts.add(next.get());
      } while (is(operator));
      return join(parts, alternative);
    }

    private Optional<Meaning> licence(int depth) {
      if (is("(")) {
        at++;
        var inner = depth < DEEPEST ? list(depth + 1) : Optional.<Meaning>empty();
        if (!is(")")) {
          return Optional.empty();
        }
        at++;
        return inner;
      }
      var found = LicenceGrammar.this.licence.apply(words());
      if (found.isEmpty() || !is("with")) {
        return found;
      }
      at++;
      return exception.apply(found.get(), words());
    }

    private String words() {
      var words = new ArrayList<String>();
      while (at < tokens.size() && !isOperator(tokens.get(at))) {
        words.add(tokens.get(at++));
      }
      return String.join(" ", words);
    }

    private boolean isOperator(String token) {
      return switch (token.toLowerCase(Locale.ROOT)) {
        case "and", "or", "with", "(", ")", "," -> true;
        default -> false;
      };
    }

    private boolean is(String token) {
      return at < tokens.size() && tokens.get(at).equalsIgnoreCase(token);
    }
  }

  private Optional<Meaning> join(List<Meaning> parts, boolean alternative) {
    if (parts.size() == 1) {
      return Optional.of(parts.getFirst());
    }
    var expressions = new ArrayList<LicenceExpression>();
    for (var part : parts) {
      if (part instanceof Meaning.Exactly(LicenceExpression expression)) {
        expressions.add(expression);
      }
    }
    if (expressions.size() == parts.size()) {
      return Optional.of(
          new Meaning.Exactly(
              alternative
                  ? LicenceExpression.or(expressions)
                  : LicenceExpression.and(expressions)));
    }
    var families = parts.stream().map(family).distinct().toList();
    return families.size() == 1
        ? families.getFirst().map(shared -> new Meaning.Kin(shared, ""))
        : Optional.empty();
  }
}
