package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The days on which a rule can change its answer while the facts stay as they are. Thread-safe. */
final class TurningDays {
  private final Map<Rule, List<Condition.Elapsed>> terms = new ConcurrentHashMap<>();

  /** Adds the days after the case's own. */
  void add(List<Rule> rules, Case tried, Set<LocalDate> days) {
    for (var rule : rules) {
      rule.order()
          .filter(order -> order.items().contains(tried.item()))
          .ifPresent(
              order -> {
                add(order.from(), tried, days);
                add(order.until().plusDays(1), tried, days);
              });
      for (var elapsed : terms.computeIfAbsent(rule, r -> elapsed(r.when()))) {
        add(elapsed, tried, days);
      }
    }
  }

  private static void add(Condition.Elapsed elapsed, Case tried, Set<LocalDate> days) {
    if (!(tried.said(elapsed.since()) instanceof FactValue.Years years)) {
      return;
    }
    var latest = years.values().last();
    switch (elapsed.term()) {
      case Condition.Term.Fixed(int term) -> add(over(latest, term), tried, days);
      case Condition.Term.Dated(var parameter) -> {
        for (var value : parameter.in(tried.place())) {
          add(value.from(), tried, days);
          add(over(latest, value.years()), tried, days);
        }
      }
    }
  }

  private static LocalDate over(int year, int term) {
    return LocalDate.of(year + term + 1, 1, 1);
  }

  private static void add(LocalDate day, Case tried, Set<LocalDate> days) {
    if (day.isAfter(tried.day())) {
      days.add(day);
    }
  }

  private static List<Condition.Elapsed> elapsed(Condition condition) {
    var found = new ArrayList<Condition.Elapsed>();
    collect(condition, found);
    return List.copyOf(found);
  }

  private static void collect(Condition condition, List<Condition.Elapsed> found) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> collect(part, found));
      case Condition.Any(var parts) -> parts.forEach(part -> collect(part, found));
      case Condition.Not(var part) -> collect(part, found);
      case Condition.Elapsed elapsed -> found.add(elapsed);
      case Condition.OneOf _, Condition.Compared _, Condition.Exists _ -> {}
    }
  }
}
