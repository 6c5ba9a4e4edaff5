package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Runs the readings of one question. They have most parts in common, and looking up the terms of a
 * part takes longer than searching for it: each part is prepared once. For one thread.
 */
final class OneSearch extends IndexSearcher {
  private final Map<Part, Weight> prepared = new HashMap<>();

  private record Part(Query query, ScoreMode scores, float boost) {}

  OneSearch(Snapshot snapshot) {
    super(snapshot.getTopReaderContext());
    setSimilarity(snapshot.getSimilarity());
    setQueryCache(null);
  }

  @Override
  public Weight createWeight(Query query, ScoreMode scores, float boost) throws IOException {
    var part = new Part(query, scores, boost);
    var known = prepared.get(part);
    if (known == null) {
      known = super.createWeight(query, scores, boost);
      prepared.put(part, known);
    }
    return known;
  }
}
