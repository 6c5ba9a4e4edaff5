package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.commonsregistry.search.InvalidCursorException;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * One search. A first page reads the question strictly, and less strictly while that finds too
 * little; the following pages read it as their cursor says. For one thread.
 */
final class Searching {
  /** With fewer finds, parts of words are looked at too. */
  private static final int FEW = 20;

  private static final int FEW_WORDS = 3;

  private final Snapshot snapshot;
  private final OneSearch searcher;
  private final LuceneSearchIndex.Language language;
  private final Questions questions;
  private final TextQueries queries;
  private final SearchQuery asked;
  private final Narrowing narrowing;

  Searching(
      Snapshot snapshot,
      LuceneSearchIndex.Language language,
      Synonyms synonyms,
      SearchQuery asked) {
    this.snapshot = snapshot;
    searcher = new OneSearch(snapshot);
    this.language = language;
    this.asked = asked;
    narrowing = new Narrowing(asked, searcher);
    questions = new Questions(language.words(), language.stemming(), synonyms);
    queries = new TextQueries(snapshot, language.stemming());
  }

  /** A way to read the question. */
  private record Reading(List<Clause> clauses, Weights weights, Breadth breadth, String corrected) {
    Reading broadened(Breadth next) {
      return new Reading(clauses, weights, next, corrected);
    }
  }

  private record Found(Reading reading, Matches matches, TopFieldCollector top) {}

  SearchResult result() throws IOException {
    var cursor = asked.after().map(after -> Cursor.decoded(after, asked));
    return shown(cursor.isPresent() ? following(cursor.get()) : first());
  }

  private Found following(Cursor cursor) throws IOException {
    var text = cursor.corrected().isEmpty() ? asked.text() : cursor.corrected();
    var clauses = questions.of(text);
    if (clauses.size() != cursor.weights().size()) {
      throw new InvalidCursorException("it belongs to another search.");
    }
    var reading = new Reading(clauses, cursor.weights(), cursor.breadth(), cursor.corrected());
    return found(reading, cursor.last(snapshot.slugs()));
  }

  private Found first() throws IOException {
    var typed = reading(asked.text(), "");
    var found = insisting(typed);
    if (found.matches().found() > 0 || typed.clauses().isEmpty()) {
      return found;
    }
    var spelling = new Spelling(snapshot, queries);
    var corrected = spelling.corrected(asked.text(), typed.clauses());
    if (corrected.isPresent()) {
      found = insisting(reading(corrected.get(), corrected.get()));
    }
    for (var breadth : List.of(Breadth.MOST, Breadth.ANY)) {
      if (found.matches().found() == 0) {
        found = found(found.reading().broadened(breadth), null);
      }
    }
    return found;
  }

  private Reading reading(String text, String corrected) throws IOException {
    var clauses = questions.of(text);
    var documents = snapshot.getIndexReader().numDocs();
    var weights = Weights.measured(clauses, queries, documents);
    return new Reading(clauses, weights, Breadth.EXACT, corrected);
  }

  /** All words, if need be as parts of words. */
  private Found insisting(Reading reading) throws IOException {
    var unknown = hasUnknownWord(reading);
    var found = found(reading, null);
    // Somebody who gives many words, all known, does not mean parts of them.
    var enough = !unknown && reading.clauses().size() > FEW_WORDS;
    return found.matches().found() >= FEW || reading.clauses().isEmpty() || enough
        ? found
        : found(reading.broadened(Breadth.PARTS), null);
  }

  private boolean hasUnknownWord(Reading reading) {
    return reading.clauses().stream()
        .flatMap(clause -> clause.words().stream())
        .anyMatch(word -> queries.forms(word).isEmpty());
  }

  private Found found(Reading reading, @Nullable FieldDoc after) throws IOException {
    var sort = Cursor.sort(asked.sort(), snapshot.slugs());
    var top =
        new TopFieldCollectorManager(sort, asked.limit() + 1, after, Integer.MAX_VALUE)
            .newCollector();
    var matches = new Matches(narrowing, top, sort.needsScores());
    searcher.search(query(reading), matches);
    return new Found(reading, matches, top);
  }

  private Query query(Reading reading) {
    if (asked.text().isBlank()) {
      return new MatchAllDocsQuery();
    }
    var text = reading.corrected().isEmpty() ? asked.text() : reading.corrected();
    var line = language.words().line(text);
    return queries.of(line, reading.clauses(), reading.weights(), reading.breadth());
  }

  private SearchResult shown(Found found) throws IOException {
    var docs = found.top().topDocs().scoreDocs;
    var page = Arrays.copyOf(docs, Math.min(docs.length, asked.limit()));
    var hits = hits(page, found.reading());
    var facets =
        new FacetCounts(snapshot.facets(), narrowing).of(found.matches(), asked.facetLimit());
    return new SearchResult(
        found.matches().total(),
        hits,
        facets,
        Optional.of(found.reading().corrected()).filter(text -> !text.isEmpty()),
        docs.length > page.length
            ? Optional.of(
                cursor(found.reading(), (FieldDoc) page[page.length - 1], hits.getLast().slug()))
            : Optional.empty());
  }

  private String cursor(Reading reading, FieldDoc last, String slug) {
    return new Cursor(
            asked.sort(),
            asked.text().hashCode(),
            reading.breadth(),
            reading.corrected(),
            reading.weights(),
            last.fields[0],
            new BytesRef(slug))
        .encoded();
  }

  private List<SearchResult.Hit> hits(ScoreDoc[] page, Reading reading) throws IOException {
    var documents = Arrays.stream(page).mapToInt(doc -> doc.doc).toArray();
    var highlighting = new Highlighting(snapshot, terms(reading), documents);
    var reader = snapshot.getIndexReader();
    var heads = StoredTexts.of(reader, Fields.HEAD, documents);
    var descriptions = StoredTexts.of(reader, Fields.DESCRIPTION, documents);
    var zones = zones(documents);
    var hits = new ArrayList<SearchResult.Hit>();
    for (var doc : page) {
      var head = heads.getOrDefault(doc.doc, List.of());
      hits.add(
          new SearchResult.Hit(
              head.getFirst(),
              score((FieldDoc) doc),
              highlighting.title(doc.doc, head.subList(1, head.size())),
              highlighting.snippet(doc.doc, descriptions.getOrDefault(doc.doc, List.of())),
              PageZones.of(zones, doc.doc)));
    }
    return hits;
  }

  private Map<Integer, String> zones(int[] documents) throws IOException {
    var reader = snapshot.getIndexReader();
    return narrowing.place().isPresent()
        ? PageZones.at(narrowing.place().get(), narrowing, reader, documents)
        : PageZones.ofHeadline(reader, documents);
  }

  private static float score(FieldDoc doc) {
    return doc.fields[0] instanceof Float score ? score : 0;
  }

  private Set<String> terms(Reading reading) {
    var terms = new LinkedHashSet<String>();
    for (var clause : reading.clauses()) {
      clause.words().forEach(word -> terms.addAll(queries.forms(word)));
      clause
          .synonyms()
          .forEach(synonym -> synonym.forEach(word -> terms.addAll(queries.synonymForms(word))));
    }
    return terms;
  }
}
