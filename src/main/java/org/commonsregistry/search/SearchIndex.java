package org.commonsregistry.search;

import java.util.Collection;
import java.util.List;

/**
 * The index behind every search box. Backends hold nothing that cannot be rebuilt from the ledger.
 * Safe for concurrent use; what {@link #apply} wrote is visible to every search that begins after
 * it returned.
 */
public interface SearchIndex {

  /**
   * Puts and removes whole documents and remembers the ledger number reached, all or nothing,
   * durably.
   *
   * @param upTo ledger number that {@link #reached} gives from now on
   */
  void apply(Collection<SearchDocument> put, Collection<String> removedSlugs, long upTo);

  /** The ledger number of the last applied batch, 0 for an empty index. */
  long reached();

  SearchResult search(SearchQuery query);

  /** Completions of what has been typed so far, best first. */
  List<Suggestion> suggest(String typed, int limit);

  /**
   * The datasets most like this one, best first, without the members of this series and the series
   * this is in, with whole titles and no snippets; empty when the slug is unknown.
   */
  List<SearchResult.Hit> similar(String slug, int limit);

  /** Throws everything away; {@link #reached} is 0 again. */
  void clear();
}
