package org.commonsregistry.redundancy.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.redundancy.Fingerprints;
import org.jspecify.annotations.Nullable;

/** One state of the index. Thread-safe. */
final class Snapshot extends IndexSearcher implements Fingerprints {
  /** Texts of one segment that are told for one hash. */
  static final int MOST_TEXTS = 256;

  private volatile @Nullable List<TextColumns> columns;
  private volatile @Nullable List<Tally> counted;

  Snapshot(IndexReader reader) {
    super(reader);
    setQueryCache(null);
  }

  @Override
  public void find(long[] hashes, Matches matches) {
    try {
      for (var leaf : getIndexReader().leaves()) {
        var terms = leaf.reader().terms(Fields.HASH);
        if (terms != null) {
          find(hashes, terms.iterator(), leaf, matches);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The fingerprint index cannot be read.", e);
    }
  }

  private void find(long[] hashes, TermsEnum terms, LeafReaderContext leaf, Matches matches)
      throws IOException {
    PostingsEnum postings = null;
    for (var hash : hashes) {
      if (terms.seekExact(HashTerms.bytes(hash))) {
        postings = tell(hash, terms, postings, leaf, matches);
      }
    }
  }

  @Override
  public void walk(long from, long to, Matches matches) {
    try {
      for (var leaf : getIndexReader().leaves()) {
        var found = leaf.reader().terms(Fields.HASH);
        if (found == null) {
          continue;
        }
        var terms = found.iterator();
        PostingsEnum postings = null;
        var status = terms.seekCeil(HashTerms.bytes(from));
        var more = status != TermsEnum.SeekStatus.END;
        while (more && Long.compareUnsigned(HashTerms.hash(terms.term()), to) < 0) {
          postings = tell(HashTerms.hash(terms.term()), terms, postings, leaf, matches);
          more = terms.next() != null;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The fingerprint index cannot be read.", e);
    }
  }

  private PostingsEnum tell(
      long hash,
      TermsEnum terms,
      @Nullable PostingsEnum before,
      LeafReaderContext leaf,
      Matches matches)
      throws IOException {
    var postings = Objects.requireNonNull(terms.postings(before, PostingsEnum.NONE));
    var live = leaf.reader().getLiveDocs();
    var texts = columns().get(leaf.ord);
    var told = 0;
    matches.hash(hash, terms.docFreq());
    for (var doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS && told < MOST_TEXTS;
        doc = postings.nextDoc()) {
      if (live == null || live.get(doc)) {
        told++;
        matches.text(texts.holding(doc), texts.ordinal(doc), texts.language(doc));
      }
    }
    return postings;
  }

  @Override
  public List<Tally> tallies() {
    var known = counted;
    if (known != null) {
      return known;
    }
    try {
      var tallies = new HashMap<Key, Tally>();
      for (var leaf : getIndexReader().leaves()) {
        columns().get(leaf.ord).tally(leaf.reader(), tallies);
      }
      known = List.copyOf(tallies.values());
      counted = known;
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("The fingerprint index cannot be read.", e);
    }
  }

  record Key(HoldingId holding, String language) {}

  private List<TextColumns> columns() throws IOException {
    var known = columns;
    if (known == null) {
      known = new ArrayList<>();
      for (var leaf : getIndexReader().leaves()) {
        known.add(TextColumns.of(leaf.reader()));
      }
      columns = known;
    }
    return known;
  }
}
