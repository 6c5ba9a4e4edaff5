package org.commonsregistry.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Countries by ISO 3166-1 alpha-2 code and by their IRI in the EU authority table (which uses
 * alpha-3).
 */
public final class Places {
  private static final String AUTHORITY =
      "http://publications.europa.eu/resource/authority/country/";
  private static final Map<String, String> ALPHA3 =
      Arrays.stream(Locale.getISOCountries())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Places::alpha3));
  private static final Map<String, String> ALPHA2 =
      ALPHA3.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private Places() {}

  /** Empty when the text is no country code. */
  public static Optional<String> authority(String code) {
    var upper = code.toUpperCase(Locale.ROOT);
    if (upper.equals("EU")) {
      return Optional.of(AUTHORITY + "EUR");
    }
    return Optional.ofNullable(ALPHA3.get(upper)).map(three -> AUTHORITY + three);
  }

  /** The alpha-2 code of an authority IRI. */
  public static Optional<String> code(String iri) {
    if (!iri.startsWith(AUTHORITY)) {
      return Optional.empty();
    }
    var three = iri.substring(AUTHORITY.length());
    return three.equals("EUR") ? Optional.of("EU") : Optional.ofNullable(ALPHA2.get(three));
  }

  private static String alpha3(String alpha2) {
    return Locale.of("", alpha2).getISO3Country();
  }
}
