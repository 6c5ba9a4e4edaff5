package org.commonsregistry.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.commonsregistry.ruleset.Condition;
import org.commonsregistry.ruleset.FactDefinition;
import org.commonsregistry.ruleset.FactValue;
import org.commonsregistry.ruleset.Parameter;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Rule;

/** When a rule fires, as an outline of sentences: one line per condition, parts below the whole. */
final class ConditionOutline {
  private final Messages messages;
  private final FactWords words;
  private final List<Place> places;
  private final LocalDate today;

  /**
   * @param today the day whose terms of years are named
   */
  ConditionOutline(FactWords words, List<Place> places, LocalDate today) {
    this.messages = words.messages();
    this.words = words;
    this.places = places;
    this.today = today;
  }

  Clause of(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) when parts.isEmpty() ->
          Clause.of(messages.text("condition.always"));
      case Condition.Any(var parts) when parts.isEmpty() ->
          Clause.of(messages.text("condition.never"));
      case Condition.All(var parts) -> group("condition.all", parts);
      case Condition.Any(var parts) -> group("condition.any", parts);
      case Condition.Not(var part) -> not(part);
      case Condition.OneOf(var fact, FactValue.Truth(boolean holds)) ->
          Clause.of(words.truth(fact, holds));
      case Condition.OneOf(var fact, var values) ->
          line("condition.is", fact, words.anyOf(fact, values));
      case Condition.Compared(var fact, var comparison, int year) ->
          line("condition." + token(comparison), fact, Integer.toString(year));
      case Condition.Exists(var fact, boolean wanted) ->
          Clause.of(
              messages.text(wanted ? "condition.known" : "condition.unknown", words.name(fact)));
      case Condition.Elapsed(var since, var term) -> elapsed(since, term);
    };
  }

  private Clause not(Condition part) {
    return switch (part) {
      case Condition.Not(var twice) -> of(twice);
      case Condition.OneOf(var fact, FactValue.Truth(boolean holds)) ->
          Clause.of(words.truth(fact, !holds));
      case Condition.OneOf(var fact, var values) ->
          line(
              values.texts().size() == 1 ? "condition.is-not" : "condition.is-none",
              fact,
              words.anyOf(fact, values));
      case Condition.Any(var parts) -> group("condition.none", parts);
      case Condition.All(var parts) -> group("condition.not-all", parts);
      case Condition.Exists(var fact, boolean wanted) -> of(new Condition.Exists(fact, !wanted));
      case Condition.Compared _, Condition.Elapsed _ -> group("condition.none", List.of(part));
    };
  }

  /** A group of one is its only part. */
  private Clause group(String key, List<Condition> parts) {
    if (parts.size() == 1 && (key.equals("condition.all") || key.equals("condition.any"))) {
      return of(parts.getFirst());
    }
    return new Clause(messages.text(key), parts.stream().map(this::of).toList());
  }

  private Clause line(String key, FactDefinition fact, String value) {
    return Clause.of(messages.text(key, words.name(fact), value));
  }

  private static String token(Condition.Comparison comparison) {
    return switch (comparison) {
      case LT -> "before";
      case LTE -> "until";
      case GT -> "after";
      case GTE -> "from";
    };
  }

  private Clause elapsed(FactDefinition since, Condition.Term term) {
    return switch (term) {
      case Condition.Term.Fixed(int years) ->
          Clause.of(messages.text("condition.elapsed", words.name(since), years));
      case Condition.Term.Dated(var parameter) -> {
        var years = today(parameter);
        yield Clause.of(
            years.size() == 1
                ? messages.text("condition.elapsed.today", words.name(since), years.first())
                : messages.text(
                    "condition.elapsed.dated", words.name(since), words.term(parameter)));
      }
    };
  }

  /** The different numbers of years in force where the rule holds. */
  private TreeSet<Integer> today(Parameter parameter) {
    Collection<Place> where =
        places.contains(Place.ANYWHERE) ? parameter.series().keySet() : places;
    var years = new TreeSet<Integer>();
    for (var place : where) {
      parameter.in(place).stream()
          .filter(value -> !value.from().isAfter(today))
          .reduce((earlier, later) -> later)
          .ifPresent(value -> years.add(value.years()));
    }
    return years;
  }

  /** The facts a rule asks for, in the order it asks. */
  static SequencedSet<FactDefinition> facts(Rule rule) {
    var facts = new LinkedHashSet<FactDefinition>();
    leaves(rule.when(), facts, new LinkedHashSet<>());
    return facts;
  }

  /** The dated terms a rule names. */
  static SequencedSet<Parameter> terms(Rule rule) {
    var terms = new LinkedHashSet<Parameter>();
    leaves(rule.when(), new LinkedHashSet<>(), terms);
    return terms;
  }

  private static void leaves(
      Condition condition, SequencedSet<FactDefinition> facts, SequencedSet<Parameter> terms) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> leaves(part, facts, terms));
      case Condition.Any(var parts) -> parts.forEach(part -> leaves(part, facts, terms));
      case Condition.Not(var part) -> leaves(part, facts, terms);
      case Condition.OneOf(var fact, _) -> facts.add(fact);
      case Condition.Compared(var fact, _, _) -> facts.add(fact);
      case Condition.Exists(var fact, _) -> facts.add(fact);
      case Condition.Elapsed(var since, var term) -> {
        facts.add(since);
        if (term instanceof Condition.Term.Dated(var parameter)) {
          terms.add(parameter);
        }
      }
    }
  }
}
