package org.commonsregistry.search.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.commonsregistry.classification.TermTokens;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Zone;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchDocument;
import org.commonsregistry.search.TermsFilter;

/** Zones and permissions of a place, as queries for single tokens. */
final class TermQueries {
  /** All values of the zone facet. */
  static final List<String> ZONES =
      Stream.concat(
              Arrays.stream(Zone.values()).map(Zone::token), Stream.of(SearchDocument.UNCLASSIFIED))
          .toList();

  private TermQueries() {}

  /** What the filter finds. */
  static Query permitted(TermsFilter filter) {
    return filter
        .place()
        .map(
            place ->
                at(place, permitted(filter, place.code()), permitted(filter, TermTokens.ANYWHERE)))
        .orElseGet(() -> permitted(filter, TermTokens.HEADLINE));
  }

  /** Documents that stand in this zone there. */
  static Query zone(Place place, String zone) {
    if (zone.equals(SearchDocument.UNCLASSIFIED)) {
      return new TermQuery(new Term(Fields.facet(FacetField.ZONE), zone));
    }
    return at(
        place, token(place.code(), "zone=" + zone), token(TermTokens.ANYWHERE, "zone=" + zone));
  }

  private static Query at(Place place, Query there, Query elsewhere) {
    var mark = token(place.code(), "");
    return new BooleanQuery.Builder()
        .add(
            new BooleanQuery.Builder().add(mark, Occur.FILTER).add(there, Occur.FILTER).build(),
            Occur.SHOULD)
        .add(
            new BooleanQuery.Builder()
                .add(elsewhere, Occur.FILTER)
                .add(mark, Occur.MUST_NOT)
                .build(),
            Occur.SHOULD)
        .build();
  }

  private static Query permitted(TermsFilter filter, String prefix) {
    var query = new BooleanQuery.Builder();
    if (filter.use().isEmpty()) {
      return new MatchAllDocsQuery();
    }
    var permitting = new BooleanQuery.Builder();
    filter.permitting().forEach(token -> permitting.add(token(prefix, token), Occur.SHOULD));
    query.add(permitting.build(), Occur.FILTER);
    filter.forbidding().forEach(token -> query.add(token(prefix, token), Occur.MUST_NOT));
    return query.build();
  }

  private static Query token(String prefix, String token) {
    return new TermQuery(new Term(Fields.TERMS, prefix + "/" + token));
  }
}
