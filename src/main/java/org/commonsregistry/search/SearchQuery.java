package org.commonsregistry.search;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One question to the index.
 *
 * @param text free text, may be empty: then everything matches
 * @param filters chosen facet values
 * @param terms what one wants to do with what is found
 * @param sort order of the hits
 * @param after cursor of an earlier result, for the page behind it
 * @param limit hits wanted, 1 to {@link #MOST}
 * @param facetLimit values wanted per facet, 0 for no facets
 */
public record SearchQuery(
    String text,
    Map<FacetField, Set<String>> filters,
    Optional<TermsFilter> terms,
    Sort sort,
    Optional<String> after,
    int limit,
    int facetLimit) {
  public static final int MOST = 100;
  public static final int LONGEST_TEXT = 1_000;

  /** Orders; ties are broken by slug, so that paging never repeats or loses a hit. */
  public enum Sort {
    RELEVANCE,
    NEWEST,
    MODIFIED,
    TITLE
  }

  public SearchQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ", but is " + limit);
    }
    text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    filters = Map.copyOf(filters);
  }

  /** Whatever may be done with what is found. */
  public SearchQuery(
      String text,
      Map<FacetField, Set<String>> filters,
      Sort sort,
      Optional<String> after,
      int limit,
      int facetLimit) {
    this(text, filters, Optional.empty(), sort, after, limit, facetLimit);
  }

  public static SearchQuery of(String text) {
    return new SearchQuery(text, Map.of(), Sort.RELEVANCE, Optional.empty(), 20, 12);
  }
}
