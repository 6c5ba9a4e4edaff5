package org.commonsregistry.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the index answers.
 *
 * @param total exact number of matches
 * @param hits at most the limit asked for
 * @param facets counts within the result; the counts of a field ignore that field's own filter, so
 *     that a second value can be added
 * @param corrected the spelling that was searched instead, when the typed one found nothing
 * @param next cursor for the following page, empty on the last one; survives changes of the index
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<FacetField, List<FacetCount>> facets,
    Optional<String> corrected,
    Optional<String> next) {

  /**
   * @param slug of the dataset
   * @param score relevance, comparable within one result only
   * @param title highlighted
   * @param snippet the best part of the description, highlighted; may be empty
   * @param zone at the place asked for, else of the headline
   */
  public record Hit(
      String slug, float score, Highlighted title, Highlighted snippet, String zone) {}

  /** Text in pieces, the matching ones marked; never HTML. */
  public record Highlighted(List<Piece> pieces) {
    public static Highlighted plain(String text) {
      return new Highlighted(List.of(new Piece(text, false)));
    }

    public String text() {
      var out = new StringBuilder();
      pieces.forEach(p -> out.append(p.text()));
      return out.toString();
    }
  }

  public record Piece(String text, boolean match) {}

  public record FacetCount(String value, long count) {}
}
