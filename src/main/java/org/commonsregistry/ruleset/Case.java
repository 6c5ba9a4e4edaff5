package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One item in one place on one day, as a rule sees it. Not thread-safe. */
final class Case {
  private final @Nullable FactValue[] given;
  private final Place place;
  private final LocalDate day;
  private final String item;

  private Case(@Nullable FactValue[] given, Place place, LocalDate day, String item) {
    this.given = given;
    this.place = place;
    this.day = day;
    this.item = item;
  }

  /** Facts that the vocabulary does not know are left out: no rule can ask for them. */
  static Case of(FactVocabulary vocabulary, Facts facts, Place place, LocalDate day, String item) {
    var given = new @Nullable FactValue[vocabulary.size()];
    for (var fact : facts.all().entrySet()) {
      var index = vocabulary.index(fact.getKey());
      if (index >= 0) {
        given[index] = fact.getValue();
      }
    }
    return new Case(given, place, day, item);
  }

  /** Shares the facts with this one. */
  Case on(LocalDate other) {
    return new Case(given, place, other, item);
  }

  void settle(FactDefinition fact, FactValue value) {
    given[fact.index()] = value;
  }

  Place place() {
    return place;
  }

  LocalDate day() {
    return day;
  }

  String item() {
    return item;
  }

  @Nullable FactValue given(FactDefinition fact) {
    return given[fact.index()];
  }

  Kleene holds(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> all(parts, Kleene.TRUE);
      case Condition.Any(var parts) -> all(parts, Kleene.FALSE);
      case Condition.Not(var part) -> holds(part).not();
      case Condition.OneOf(var fact, var values) -> oneOf(said(fact), values);
      case Condition.Compared(var fact, var comparison, int limit) ->
          everyYear(said(fact), year -> comparison.holds(year, limit));
      case Condition.Exists(var fact, boolean wanted) -> Kleene.of((given(fact) != null) == wanted);
      case Condition.Elapsed(var since, var term) -> {
        var limit = TermLimit.latestYear(term, place, day);
        yield limit.isEmpty()
            ? Kleene.UNKNOWN
            : everyYear(said(since), year -> year <= limit.getAsInt());
      }
    };
  }

  /** {@code all} with TRUE as neutral element, {@code any} with FALSE. */
  private Kleene all(List<Condition> parts, Kleene neutral) {
    var result = neutral;
    var decisive = neutral.not();
    // By index: this is the innermost loop, and iterators were a third of all allocation.
    for (var i = 0; i < parts.size(); i++) {
      var holds = holds(parts.get(i));
      if (holds == decisive) {
        return holds;
      }
      if (holds == Kleene.UNKNOWN) {
        result = Kleene.UNKNOWN;
      }
    }
    return result;
  }

  @Nullable FactValue said(FactDefinition fact) {
    var value = given[fact.index()];
    return value == null ? fact.absent().orElse(null) : value;
  }

  private static Kleene oneOf(@Nullable FactValue value, FactValue wanted) {
    return switch (value) {
      case FactValue.Words words when wanted instanceof FactValue.Words some ->
          Kleene.of(intersect(words.values(), some.values()));
      case FactValue.Years years when wanted instanceof FactValue.Years some ->
          Kleene.of(intersect(years.values(), some.values()));
      case FactValue.Truth truth when wanted instanceof FactValue.Truth ->
          Kleene.of(truth.equals(wanted));
      case null, default -> Kleene.UNKNOWN;
    };
  }

  private static boolean intersect(SortedSet<?> some, SortedSet<?> others) {
    if (some.size() == 1) {
      return others.contains(some.first());
    }
    for (var one : some) {
      if (others.contains(one)) {
        return true;
      }
    }
    return false;
  }

  private static Kleene everyYear(@Nullable FactValue value, IntPredicate fits) {
    if (!(value instanceof FactValue.Years years)) {
      return Kleene.UNKNOWN;
    }
    if (years.values().size() == 1) {
      return Kleene.of(fits.test(years.values().first()));
    }
    for (var year : years.values()) {
      if (!fits.test(year)) {
        return Kleene.FALSE;
      }
    }
    return Kleene.TRUE;
  }

  /** Adds the facts for want of which a condition that is not decided is not. */
  void missing(Condition undecided, Set<String> names) {
    switch (undecided) {
      case Condition.All(var parts) -> missing(parts, names);
      case Condition.Any(var parts) -> missing(parts, names);
      case Condition.Not(var part) -> missing(part, names);
      case Condition.OneOf(var fact, _) -> names.add(fact.name());
      case Condition.Compared(var fact, _, _) -> names.add(fact.name());
      case Condition.Exists(_, _) -> {}
      case Condition.Elapsed(var since, _) -> {
        if (!(said(since) instanceof FactValue.Years)) {
          names.add(since.name());
        }
      }
    }
  }

  private void missing(List<Condition> parts, Set<String> names) {
    for (var part : parts) {
      if (holds(part) == Kleene.UNKNOWN) {
        missing(part, names);
      }
    }
  }

  /** Adds the given facts that make a condition hold, or fail, as it does. */
  void support(Condition condition, Kleene outcome, Map<String, FactValue> used) {
    switch (condition) {
      case Condition.All(var parts) -> support(parts, outcome, used);
      case Condition.Any(var parts) -> support(parts, outcome, used);
      case Condition.Not(var part) -> support(part, outcome.not(), used);
      case Condition.OneOf(var fact, _) -> use(fact, used);
      case Condition.Compared(var fact, _, _) -> use(fact, used);
      case Condition.Exists(var fact, _) -> use(fact, used);
      case Condition.Elapsed(var since, _) -> use(since, used);
    }
  }

  private void support(List<Condition> parts, Kleene outcome, Map<String, FactValue> used) {
    for (var part : parts) {
      if (holds(part) == outcome) {
        support(part, outcome, used);
      }
    }
  }

  private void use(FactDefinition fact, Map<String, FactValue> used) {
    var value = given(fact);
    if (value != null) {
      used.put(fact.name(), value);
    }
  }
}
