package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * A term turned round: the latest year of an event whose term is over on a day. An event of year y
 * with a term of n years is over from 1 January of y + n + 1.
 */
final class TermLimit {
  private TermLimit() {}

  /** Empty when no term is recorded for the place on that day. */
  static OptionalInt latestYear(Condition.Term term, Place place, LocalDate day) {
    return switch (term) {
      case Condition.Term.Fixed(int years) -> OptionalInt.of(day.getYear() - years - 1);
      case Condition.Term.Dated(var parameter) -> latestYear(parameter.in(place), day);
    };
  }

  private static OptionalInt latestYear(List<Parameter.Dated> series, LocalDate day) {
    var last = series.size() - 1;
    while (last >= 0 && series.get(last).from().isAfter(day)) {
      last--;
    }
    if (last < 0) {
      return OptionalInt.empty();
    }
    var limit = Integer.MIN_VALUE;
    var until = day;
    // What ran out under the earlier value by the end of the day before stays free: its first free
    // day is not later than the day the longer term came into force.
    for (var i = last; i >= 0; i--) {
      var value = series.get(i);
      limit = Math.max(limit, until.getYear() - value.years() - 1);
      if (value.revive()) {
        break;
      }
      until = value.from();
    }
    return OptionalInt.of(limit);
  }
}
