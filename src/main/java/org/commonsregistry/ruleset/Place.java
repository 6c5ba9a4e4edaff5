package org.commonsregistry.ruleset;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a verdict holds.
 *
 * @param code two capital letters as in ISO 3166-1 alpha-2, or {@code *}
 */
public record Place(String code) implements Comparable<Place> {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}|\\*");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** A country of which only the rules that hold everywhere are certain. */
  public static final Place ANYWHERE = new Place("*");

  public Place {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a country code: " + code);
    }
  }

  /** Empty for what has not the form of a country code; any case is read. */
  public static Optional<Place> of(String code) {
    var upper = code.strip().toUpperCase(Locale.ROOT);
    return CODE.matcher(upper).matches() ? Optional.of(new Place(upper)) : Optional.empty();
  }

  public boolean anywhere() {
    return equals(ANYWHERE);
  }

  /** Whether ISO 3166-1 assigns the code today. */
  public boolean assigned() {
    return COUNTRIES.contains(code);
  }

  @Override
  public int compareTo(Place other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
