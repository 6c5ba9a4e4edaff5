package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.TermsFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a search is narrowed by, as sets of documents. Each is made once, however often the question
 * is read anew. For one search in one thread.
 */
final class Narrowing {
  private final SearchQuery asked;
  private final OneSearch searcher;
  private final Map<Part, FixedBitSet> known = new HashMap<>();

  private record Part(Query query, int segment) {}

  Narrowing(SearchQuery asked, OneSearch searcher) {
    this.asked = asked;
    this.searcher = searcher;
  }

  Map<FacetField, Set<String>> filters() {
    return asked.filters();
  }

  /** Whose zones are filtered and counted by; empty for those of the headline. */
  Optional<Place> place() {
    return asked.terms().flatMap(TermsFilter::place);
  }

  boolean byUse() {
    return asked.terms().flatMap(TermsFilter::use).isPresent();
  }

  /** Documents that may be used as asked, null for all. */
  @Nullable FixedBitSet permitted(LeafReaderContext leaf) throws IOException {
    return byUse() ? set(TermQueries.permitted(asked.terms().orElseThrow()), leaf) : null;
  }

  /** Documents with a chosen value of the field. */
  FixedBitSet having(LeafReaderContext leaf, FacetField field) throws IOException {
    var having = new FixedBitSet(leaf.reader().maxDoc());
    for (var value : filters().getOrDefault(field, Set.of())) {
      having.or(
          field == FacetField.ZONE && place().isPresent()
              ? zone(leaf, place().get(), value)
              : set(new TermQuery(new Term(Fields.facet(field), value)), leaf));
    }
    return having;
  }

  /** Documents that stand in this zone there. */
  FixedBitSet zone(LeafReaderContext leaf, Place place, String zone) throws IOException {
    return set(TermQueries.zone(place, zone), leaf);
  }

  private FixedBitSet set(Query query, LeafReaderContext leaf) throws IOException {
    var part = new Part(query, leaf.ord);
    var made = known.get(part);
    if (made == null) {
      made = new FixedBitSet(leaf.reader().maxDoc());
      var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      var scorer = weight.scorer(leaf);
      if (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        scorer.iterator().intoBitSet(DocIdSetIterator.NO_MORE_DOCS, made, 0);
      }
      known.put(part, made);
    }
    return made;
  }
}
