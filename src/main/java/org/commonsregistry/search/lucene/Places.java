package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Where the terms of a question are in one field of the documents of a page. Places come from the
 * index, so no text is analysed again, and each term is looked up once a segment, not once a
 * document.
 */
final class Places {
  private final Map<Integer, List<Span>> byDocument = new HashMap<>();

  /** A matching stretch of the field's text; {@code term} numbers what matched. */
  record Span(int start, int end, int term) {}

  Places(Snapshot snapshot, String field, Set<String> terms, int[] documents) throws IOException {
    for (var page : SegmentPage.of(snapshot.getIndexReader(), documents)) {
      read(snapshot, page, field, terms);
    }
    byDocument
        .values()
        .forEach(s -> s.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end)));
  }

  /** In order. */
  List<Span> of(int document) {
    return byDocument.getOrDefault(document, List.of());
  }

  private void read(Snapshot snapshot, SegmentPage page, String field, Set<String> terms)
      throws IOException {
    var leaf = page.leaf();
    var all = org.apache.lucene.index.Terms.getTerms(leaf.reader(), field).iterator();
    PostingsEnum postings = null;
    var number = 0;
    for (var term : terms) {
      number++;
      if (snapshot.mayHave(leaf, field, term) && all.seekExact(new BytesRef(term))) {
        postings = all.postings(postings, PostingsEnum.OFFSETS);
        for (var document : page.documents()) {
          if (postings.docID() < document) {
            postings.advance(document);
          }
          if (postings.docID() == document) {
            add(leaf.docBase + document, postings, number);
          }
        }
      }
    }
  }

  private void add(int document, PostingsEnum postings, int number) throws IOException {
    var spans = byDocument.computeIfAbsent(document, d -> new ArrayList<>());
    for (int i = 0; i < postings.freq(); i++) {
      postings.nextPosition();
      spans.add(new Span(postings.startOffset(), postings.endOffset(), number));
    }
  }
}
