package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchResult;
import org.commonsregistry.search.SearchResult.Highlighted;

/**
 * Finds datasets whose titles, keywords, categories and descriptions share the words that set this
 * one apart. The members of a series and the series of a member are left out: they are linked to it
 * already.
 */
final class Similar {
  private static final int MOST_TERMS = 20;
  private static final int LONGEST_TEXT = 4_000;
  private static final int SHORTEST_WORD = 3;
  private static final String SERIES = Fields.facet(FacetField.SERIES);

  private final Snapshot snapshot;
  private final Words words;

  Similar(Snapshot snapshot, Words words) {
    this.snapshot = snapshot;
    this.words = words;
  }

  private record Telling(String word, float weight) {}

  List<SearchResult.Hit> to(String slug, int limit) throws IOException {
    var self = new TermQuery(new Term(Fields.SLUG, slug));
    var found = snapshot.search(self, 1).scoreDocs;
    if (found.length == 0 || limit < 1) {
      return List.of();
    }
    var query = new BooleanQuery.Builder();
    query.add(self, Occur.MUST_NOT);
    query.add(new TermQuery(new Term(SERIES, slug)), Occur.MUST_NOT);
    for (var series : series(found[0].doc)) {
      query.add(new TermQuery(new Term(Fields.SLUG, series)), Occur.MUST_NOT);
    }
    telling(found[0].doc).forEach(t -> query.add(anywhere(t), Occur.SHOULD));
    query.setMinimumNumberShouldMatch(1);
    var hits = snapshot.search(query.build(), limit).scoreDocs;
    var documents = Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
    var heads = StoredTexts.of(snapshot.getIndexReader(), Fields.HEAD, documents);
    var zones = PageZones.ofHeadline(snapshot.getIndexReader(), documents);
    return Arrays.stream(hits)
        .map(hit -> hit(heads.getOrDefault(hit.doc, List.of()), hit.score, zones, hit.doc))
        .toList();
  }

  private static SearchResult.Hit hit(
      List<String> head, float score, Map<Integer, String> zones, int document) {
    return new SearchResult.Hit(
        head.getFirst(),
        score,
        Highlighted.plain(head.size() > 1 ? head.get(1) : head.getFirst()),
        new Highlighted(List.of()),
        PageZones.of(zones, document));
  }

  private List<BytesRef> series(int doc) throws IOException {
    var leaves = snapshot.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    var values = DocValues.getSortedSet(leaf.reader(), SERIES);
    return values.advanceExact(doc - leaf.docBase)
        ? List.of(values.lookupOrd(values.nextOrd()))
        : List.of();
  }

  private static Query anywhere(Telling telling) {
    var ways = new ArrayList<Query>();
    Fields.WEIGHTS.forEach(
        (field, weight) ->
            ways.add(new BoostQuery(new TermQuery(new Term(field, telling.word())), weight)));
    ways.add(
        new BoostQuery(
            new ConstantScoreQuery(new TermQuery(new Term(Fields.WORD, telling.word()))), 0.5f));
    return new BoostQuery(new DisjunctionMaxQuery(ways, 0), telling.weight());
  }

  /** The words that are frequent here and rare elsewhere. */
  private List<Telling> telling(int doc) throws IOException {
    var reader = snapshot.getIndexReader();
    var head = texts(doc, Fields.HEAD);
    var names = snapshot.storedFields().document(doc, Set.of(Fields.NAME));
    var counts = new HashMap<String, Float>();
    count(counts, head.subList(1, head.size()), 4);
    count(counts, List.of(names.getValues(Fields.NAME)), 3);
    count(counts, texts(doc, Fields.DESCRIPTION), 1);
    var telling = new ArrayList<Telling>();
    for (var entry : counts.entrySet()) {
      var frequency = reader.docFreq(new Term(Fields.WORD, entry.getKey()));
      if (frequency > 1) {
        var rarity = Math.log(1 + (double) reader.numDocs() / frequency);
        var weight = Math.sqrt(entry.getValue()) * rarity;
        telling.add(new Telling(entry.getKey(), (float) weight));
      }
    }
    telling.sort(Comparator.comparingDouble(Telling::weight).reversed());
    return telling.subList(0, Math.min(telling.size(), MOST_TERMS));
  }

  private List<String> texts(int doc, String field) throws IOException {
    return StoredTexts.of(snapshot.getIndexReader(), field, doc).getOrDefault(doc, List.of());
  }

  private void count(Map<String, Float> counts, List<String> texts, float weight) {
    for (var text : texts) {
      for (var word : words.asked(Documents.cut(text, LONGEST_TEXT))) {
        if (word.folded().length() >= SHORTEST_WORD && !CommonWords.any(word.folded())) {
          counts.merge(word.folded(), weight, Float::sum);
        }
      }
    }
  }
}
