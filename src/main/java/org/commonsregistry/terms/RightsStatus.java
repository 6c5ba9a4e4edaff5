package org.commonsregistry.terms;

import java.time.LocalDate;

/**
 * Whether rights exist, in one place.
 *
 * @param from first day it holds
 * @param until last day it holds
 */
public record RightsStatus(Source source, State state, Place place, LocalDate from, LocalDate until)
    implements TermStatement {
  /** What is known of the rights. */
  public enum State {
    PUBLIC_DOMAIN,
    WAIVED,
    PROTECTED,
    UNKNOWN;

    boolean free() {
      return this == PUBLIC_DOMAIN || this == WAIVED;
    }
  }

  /** Holds at all times. */
  public static RightsStatus always(Source source, State state, Place place) {
    return new RightsStatus(source, state, place, LocalDate.MIN, LocalDate.MAX);
  }

  boolean holdsOn(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }

  @Override
  public String words() {
    return Tokens.of(state) + (place.code().isEmpty() ? "" : " (" + place.code() + ")");
  }
}
