package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.commonsregistry.search.Suggestion;

/**
 * Completes what has been typed to titles: every typed word begins a word of the title, in any
 * order; titles that begin that way come first, short before long. When nothing fits, one wrong
 * letter a word is forgiven.
 */
final class Suggestions {
  private static final int MOST_WORDS = 8;
  private static final int SHORTEST_FORGIVEN = 4;

  private final Snapshot snapshot;

  Suggestions(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<Suggestion> of(String line, List<Words.Word> typed, int limit) throws IOException {
    if (typed.isEmpty() || limit < 1) {
      return List.of();
    }
    var exact = titles(query(line, typed, false), limit);
    return exact.isEmpty() ? titles(query(line, typed, true), limit) : exact;
  }

  private static Query query(String line, List<Words.Word> typed, boolean forgiving) {
    var all = new BooleanQuery.Builder();
    for (var word : typed.subList(0, Math.min(typed.size(), MOST_WORDS))) {
      var folded = word.folded();
      var term = new Term(Fields.PREFIX, Documents.cut(folded, Completions.LONGEST_PREFIX));
      var forgiven = forgiving && folded.length() >= SHORTEST_FORGIVEN;
      all.add(forgiven ? new FuzzyQuery(term, 1, 1, 20, true) : new TermQuery(term), Occur.FILTER);
    }
    all.add(scored(new TermQuery(new Term(Fields.START, line)), 4), Occur.SHOULD);
    all.add(scored(new TermQuery(new Term(Fields.WHOLE, line)), 8), Occur.SHOULD);
    all.add(FeatureField.newLinearQuery(Fields.BREVITY, Fields.BREVITY, 1), Occur.SHOULD);
    return all.build();
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private List<Suggestion> titles(Query query, int limit) throws IOException {
    var hits = snapshot.search(query, 2 * limit).scoreDocs;
    var documents = Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
    var heads = StoredTexts.of(snapshot.getIndexReader(), Fields.HEAD, documents);
    Map<String, Suggestion> byTitle = new LinkedHashMap<>();
    for (var document : documents) {
      var head = heads.getOrDefault(document, List.of());
      if (head.size() > 1 && byTitle.size() < limit) {
        byTitle.putIfAbsent(head.get(1), new Suggestion(head.get(1), head.getFirst()));
      }
    }
    return new ArrayList<>(byTitle.values());
  }
}
