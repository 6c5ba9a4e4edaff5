package org.commonsregistry.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which language a chosen text is in, so that it can be read aloud rightly. */
final class TextLanguage {
  private TextLanguage() {}

  /** The tag; null when it is the page's language or not known. */
  static @Nullable String of(Page page, Map<String, String> texts, String chosen) {
    return texts.entrySet().stream()
        .filter(entry -> entry.getValue().equals(chosen))
        .map(Map.Entry::getKey)
        .filter(tag -> of(page, tag) != null)
        .findFirst()
        .orElse(null);
  }

  /** The tag of a text; null when it is the page's language or not known. */
  static @Nullable String of(Page page, String tag) {
    return tag.isEmpty() || tag.equals("und") || tag.equals(page.language().tag()) ? null : tag;
  }
}
