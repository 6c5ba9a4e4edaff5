package org.commonsregistry.terms;

import java.util.Locale;
import java.util.Set;

/**
 * A jurisdiction: an ISO 3166-1 alpha-2 code, {@code EU}, or empty for the whole world.
 *
 * @param code in capitals
 */
public record Place(String code) {
  public static final Place EVERYWHERE = new Place("");
  private static final Place EU = new Place("EU");
  private static final Set<String> MEMBERS =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  public Place {
    code = code.toUpperCase(Locale.ROOT);
    if (!code.matches("|[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "a place is a country code of two letters, EU, or empty, not '" + code + "'");
    }
  }

  /** Whether what holds here holds there. */
  public boolean covers(Place other) {
    return code.isEmpty() || equals(other) || equals(EU) && MEMBERS.contains(other.code);
  }
}
