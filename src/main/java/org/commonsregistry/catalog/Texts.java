package org.commonsregistry.catalog;

import java.util.Map;
import java.util.Optional;

/** Texts by language tag. */
public final class Texts {
  private Texts() {}

  /**
   * The text in the first of these languages that has one (by tag, then by primary subtag), else
   * English, else any.
   */
  public static Optional<String> pick(Map<String, String> texts, String... languages) {
    for (var language : languages) {
      var exact = texts.get(language);
      if (exact != null) {
        return Optional.of(exact);
      }
      var primary = language.split("-", 2)[0];
      for (var entry : texts.entrySet()) {
        if (entry.getKey().split("-", 2)[0].equals(primary)) {
          return Optional.of(entry.getValue());
        }
      }
    }
    var english = texts.get("en");
    return english != null ? Optional.of(english) : texts.values().stream().findFirst();
  }
}
