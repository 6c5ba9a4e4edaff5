package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.SortedSet;

/**
 * Whom an order concerns and how long.
 *
 * @param from the first day it decides
 * @param until the last day it decides, at most 90 days later
 * @param items IRIs
 * @param reason why, in public
 */
public record OrderScope(LocalDate from, LocalDate until, SortedSet<String> items, Wording reason) {
  static final int LONGEST_DAYS = 90;

  boolean decides(String item, LocalDate day) {
    return items.contains(item) && lastsOn(day);
  }

  boolean lastsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
