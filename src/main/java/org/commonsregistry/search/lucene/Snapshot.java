package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** One unchanging state of the index, with what is worth knowing of it once. Thread-safe. */
final class Snapshot extends IndexSearcher {
  private final FacetColumns facets;
  private volatile Set<String> languages = Set.of();
  private volatile boolean known;

  Snapshot(IndexReader reader) {
    super(reader);
    setSimilarity(new StableSimilarity());
    setQueryCache(null);
    facets = new FacetColumns(reader);
  }

  FacetColumns facets() {
    return facets;
  }

  /** Languages that something in this index is stemmed in. */
  Set<String> languages() {
    if (!known) {
      var found = new LinkedHashSet<String>();
      for (var field : Fields.WEIGHTS.keySet()) {
        Stemming.languages().stream().filter(l -> has(field, l)).forEach(found::add);
      }
      languages = Set.copyOf(found);
      known = true;
    }
    return languages;
  }

  private boolean has(String field, String language) {
    try {
      var terms = MultiTerms.getTerms(getIndexReader(), field);
      if (terms == null) {
        return false;
      }
      var stems = new BytesRef(language + Stemming.MARK);
      var all = terms.iterator();
      return all.seekCeil(stems) != SeekStatus.END && StringHelper.startsWith(all.term(), stems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
