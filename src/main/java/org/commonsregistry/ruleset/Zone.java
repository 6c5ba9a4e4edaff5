package org.commonsregistry.ruleset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where something stands, from the freest to the strictest; what is not decided is strictest. */
public enum Zone {
  COMMONS,
  USE_RESTRICTED,
  MARKET,
  UNDETERMINED;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** As written in rules, APIs and pages, e.g. {@code use-restricted}. */
  public String token() {
    return token;
  }

  public static Optional<Zone> of(String token) {
    return Arrays.stream(values()).filter(zone -> zone.token.equals(token)).findFirst();
  }

  public Zone strictest(Zone other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
