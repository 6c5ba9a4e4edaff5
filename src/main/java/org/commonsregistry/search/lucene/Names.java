package org.commonsregistry.search.lucene;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Other ways to write names, so that what is stored as a code or in one word is found by the words
 * people use.
 */
final class Names {
  private static final Pattern HUMP =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern PLACE_CODE = Pattern.compile("[A-Za-z]{2}");

  private Names() {}

  /**
   * {@code OpenStreetMap} as {@code Open Street Map}; empty when there is nothing to take apart.
   */
  static List<String> parts(String title) {
    var parts = HUMP.matcher(title).replaceAll(" ");
    return parts.equals(title) ? List.of() : List.of(parts);
  }

  static String ofLanguage(String tag, Locale locale) {
    return Locale.forLanguageTag(tag.replace('_', '-')).getDisplayName(locale);
  }

  static String ofPlace(String code, Locale locale) {
    return PLACE_CODE.matcher(code).matches()
        ? Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(locale)
        : code;
  }
}
