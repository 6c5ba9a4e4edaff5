package org.commonsregistry.holdings.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonsregistry.catalog.Languages;
import org.commonsregistry.catalog.TextCleaning;

/**
 * What a record says about itself, under the names that collections of text use (also inside {@code
 * metadata}, as in Dolma and Common Pile). Not thread-safe.
 */
final class StatedFields {
  private static final String INNER = "metadata.";
  private static final List<String> ID = List.of("id", "_id", "doc_id");
  private static final List<String> LANGUAGE = List.of("language", "lang");
  private static final List<String> LICENCE = List.of("licence", "license");
  private static final List<String> SOURCE = List.of("url", "uri", "source");
  private static final List<String> ATTRIBUTION =
      List.of("attribution", "author", "authors", "creator");
  private static final List<String> TITLE = List.of("title");
  private static final List<List<String>> ALL =
      List.of(ID, LANGUAGE, LICENCE, SOURCE, ATTRIBUTION, TITLE);

  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");
  private static final int LONGEST = 2_000;

  /** Licences are counted one by one; a whole licence text is no name. */
  private static final int LONGEST_LICENCE = 200;

  private final Map<String, String> said = new HashMap<>();

  /** Whether a name means anything here; {@code metadata.} before it is allowed. */
  static boolean known(String name) {
    var plain = plain(name);
    return ALL.stream().anyMatch(names -> names.contains(plain));
  }

  private static String plain(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(INNER) ? lower.substring(INNER.length()) : lower;
  }

  /** The first value of a name counts, and lists are joined by the caller. */
  void put(String name, String value) {
    var tidy = TextCleaning.clean(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    if (!tidy.isBlank() && known(name)) {
      said.putIfAbsent(name.toLowerCase(Locale.ROOT), tidy);
    }
  }

  /**
   * @param place the record's name where it states none
   */
  RawText with(String place, String text, byte[] utf8) {
    return new RawText(
        first(ID).orElse(place),
        text,
        utf8,
        first(LANGUAGE).flatMap(StatedFields::tag),
        first(LICENCE).map(StatedFields::licence),
        first(SOURCE),
        first(ATTRIBUTION),
        first(TITLE));
  }

  RawText with(String place, String text) {
    return with(place, text, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A tag in the form that is counted; empty for what is no language. */
  static Optional<String> tag(String stated) {
    return Languages.tag(stated)
        .filter(tag -> TAG.matcher(tag).matches())
        .filter(tag -> !tag.equals("und"));
  }

  static String licence(String stated) {
    var line = stated.replaceAll("\\s+", " ");
    return line.length() > LONGEST_LICENCE ? line.substring(0, LONGEST_LICENCE - 1) + "…" : line;
  }

  private Optional<String> first(List<String> names) {
    for (var name : names) {
      var value = said.get(name);
      if (value != null && !(name.equals("source") && said.containsKey(INNER + "url"))) {
        return Optional.of(value);
      }
    }
    return names.stream()
        .map(name -> said.get(INNER + name))
        .filter(value -> value != null)
        .findFirst();
  }
}
