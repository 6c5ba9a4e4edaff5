package org.commonsregistry.ruleset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What law or licence say about an item in one place on one date, strongest permission first. */
public enum Status {
  PD,
  WAIVED,
  OPEN_LICENCE,
  RESTRICTED_LICENCE,
  PROTECTED,
  UNKNOWN;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  private final FactValue asFact = FactValue.words(token);

  /** As written in rules, APIs and pages, e.g. {@code open-licence}. */
  public String token() {
    return token;
  }

  public static Optional<Status> of(String token) {
    return Arrays.stream(values()).filter(status -> status.token.equals(token)).findFirst();
  }

  /** As policy rules see it. */
  FactValue asFact() {
    return asFact;
  }

  public Status stronger(Status other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
