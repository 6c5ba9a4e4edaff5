package org.commonsregistry.catalog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Languages as sources write them ({@code en}, {@code EN}, {@code eng}, {@code English}) as BCP 47
 * tags.
 */
public final class Languages {
  private static final Pattern TAG =
      Pattern.compile(
          "[a-zA-Z]{2,3}([-_][a-zA-Z]{4})?([-_]([a-zA-Z]{2}|\\d{3}))?([-_][a-zA-Z0-9]{5,8})*");
  private static final Pattern LITERAL_TAG = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
  private static final Map<String, String> BY_NAME = byName();
  private static final String AUTHORITY =
      "http://publications.europa.eu/resource/authority/language/";

  private Languages() {}

  /**
   * The tag; a name nobody knows stays as it is, so that nothing is lost; empty for an empty text.
   */
  public static Optional<String> tag(String nameOrTag) {
    var text = nameOrTag.strip();
    if (text.isEmpty() || text.length() > 100) {
      return Optional.empty();
    }
    var named = BY_NAME.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return Optional.of(named);
    }
    return Optional.of(
        TAG.matcher(text).matches()
            ? Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag()
            : text);
  }

  /** The tag for a text in this language; empty when there is none that a literal may carry. */
  public static Optional<String> literalTag(String tag) {
    var hyphenated = tag.strip().replace('_', '-');
    return hyphenated.length() > 35
            || hyphenated.equalsIgnoreCase("und")
            || !LITERAL_TAG.matcher(hyphenated).matches()
        ? Optional.empty()
        : Optional.of(hyphenated);
  }

  /**
   * The language's IRI in the EU authority table, for tags of languages that have a three-letter
   * code.
   */
  public static Optional<String> authority(String tag) {
    if (!TAG.matcher(tag).matches()) {
      return Optional.empty();
    }
    try {
      var code = Locale.forLanguageTag(tag).getISO3Language();
      return code.isEmpty()
          ? Optional.empty()
          : Optional.of(AUTHORITY + code.toUpperCase(Locale.ROOT));
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> byName() {
    var names = new HashMap<String, String>();
    for (var code : Locale.getISOLanguages()) {
      var locale = Locale.forLanguageTag(code);
      names.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      try {
        names.putIfAbsent(locale.getISO3Language(), code);
      } catch (MissingResourceException e) {
        continue;
      }
    }
    return Map.copyOf(names);
  }
}
