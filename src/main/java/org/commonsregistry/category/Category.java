package org.commonsregistry.category;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One concept of the scheme.
 *
 * @param id e.g. {@code court-opinions}
 * @param labels by language tag
 * @param definitions by language tag
 * @param synonyms by language tag
 * @param broader the category above, empty at the top
 * @param narrower ids of the categories below
 */
public record Category(
    String id,
    Map<String, String> labels,
    Map<String, String> definitions,
    Map<String, List<String>> synonyms,
    Optional<String> broader,
    List<String> narrower) {

  /** In this language, else in English, else the id. */
  public String label(String language) {
    return labels.getOrDefault(language, labels.getOrDefault("en", id));
  }

  public String definition(String language) {
    return definitions.getOrDefault(language, definitions.getOrDefault("en", ""));
  }
}
