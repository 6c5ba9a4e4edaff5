package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** One unchanging state of the index, with what is worth knowing of it once. Thread-safe. */
final class Snapshot extends IndexSearcher {
  private final FacetColumns facets;
  private final KnownWords knownWords = new KnownWords();
  private final Vocabulary vocabulary;
  private volatile @Nullable List<FixedBitSet> words;
  private volatile @Nullable SlugRanks slugs;

  Snapshot(IndexReader reader, Vocabulary vocabulary) {
    super(reader);
    setSimilarity(new StableSimilarity());
    setQueryCache(null);
    facets = new FacetColumns(reader);
    this.vocabulary = vocabulary;
  }

  KnownWords knownWords() {
    return knownWords;
  }

  FacetColumns facets() {
    return facets;
  }

  SlugRanks slugs() throws IOException {
    var known = slugs;
    if (known == null) {
      known = SlugRanks.of(getIndexReader());
      slugs = known;
    }
    return known;
  }

  /** False when the term is certainly in no such field. */
  boolean mayHave(String field, String term) {
    return Vocabulary.mayHave(words(), field, term);
  }

  boolean mayHave(LeafReaderContext leaf, String field, String term) {
    return Vocabulary.mayHave(List.of(words().get(leaf.ord)), field, term);
  }

  private List<FixedBitSet> words() {
    var known = words;
    if (known == null) {
      try {
        known = vocabulary.of(getIndexReader());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      words = known;
    }
    return known;
  }
}
