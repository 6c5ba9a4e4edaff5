package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The days on which some rules can change their answer while the facts stay as they are. */
final class TurningDays {
  private final List<Condition.Elapsed> terms;
  private final List<OrderScope> orders;

  TurningDays(Collection<Rule> rules) {
    var found = new LinkedHashSet<Condition.Elapsed>();
    rules.forEach(rule -> collect(rule.when(), found));
    terms = List.copyOf(found);
    orders = rules.stream().flatMap(rule -> rule.order().stream()).toList();
  }

  private static void collect(Condition condition, Set<Condition.Elapsed> found) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> collect(part, found));
      case Condition.Any(var parts) -> parts.forEach(part -> collect(part, found));
      case Condition.Not(var part) -> collect(part, found);
      case Condition.Elapsed elapsed -> found.add(elapsed);
      case Condition.OneOf _, Condition.Compared _, Condition.Exists _ -> {}
    }
  }

  /** Those after the case's own day. */
  SortedSet<LocalDate> of(Case tried) {
    var days = new TreeSet<LocalDate>();
    for (var elapsed : terms) {
      add(elapsed, tried, days);
    }
    for (var order : orders) {
      if (order.items().contains(tried.item())) {
        add(order.from(), tried, days);
        add(order.until().plusDays(1), tried, days);
      }
    }
    return days;
  }

  private static void add(Condition.Elapsed elapsed, Case tried, Set<LocalDate> days) {
    if (!(tried.said(elapsed.since()) instanceof FactValue.Years years)) {
      return;
    }
    var latest = years.values().last();
    switch (elapsed.term()) {
      case Condition.Term.Fixed(int term) -> addEnd(latest, term, tried, days);
      case Condition.Term.Dated(var parameter) -> {
        for (var value : parameter.in(tried.place())) {
          add(value.from(), tried, days);
          addEnd(latest, value.years(), tried, days);
        }
      }
    }
  }

  private static void addEnd(int year, int term, Case tried, Set<LocalDate> days) {
    if (year + term + 1 > tried.day().getYear()) {
      days.add(LocalDate.of(year + term + 1, 1, 1));
    }
  }

  private static void add(LocalDate day, Case tried, Set<LocalDate> days) {
    if (day.isAfter(tried.day())) {
      days.add(day);
    }
  }
}
