package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/**
 * Says quickly that a term is nowhere in the index. A word has a stem in each of forty languages,
 * and all but a few of these stems are in no document: looking each up in each field of each
 * segment would cost more than the search. One Bloom filter a segment, made when first needed and
 * kept as long as the segment. Thread-safe.
 */
final class Vocabulary {
  private static final int BITS_A_TERM = 16;
  private static final int LEAST_BITS = 1 << 10;
  private static final int SEED = 0x5eed;

  private final Map<IndexReader.CacheKey, FixedBitSet> bySegment = new ConcurrentHashMap<>();

  /** The filters of all segments, in order. */
  List<FixedBitSet> of(IndexReader reader) throws IOException {
    var filters = new FixedBitSet[reader.leaves().size()];
    for (var leaf : reader.leaves()) {
      filters[leaf.ord] = of(leaf);
    }
    return List.of(filters);
  }

  /** False when the term is certainly nowhere. */
  static boolean mayHave(List<FixedBitSet> filters, String term) {
    var hash = hash(new BytesRef(term));
    for (var filter : filters) {
      if (filter.get(hash & (filter.length() - 1))) {
        return true;
      }
    }
    return false;
  }

  private FixedBitSet of(LeafReaderContext leaf) throws IOException {
    var cache = leaf.reader().getCoreCacheHelper();
    var known = bySegment.get(cache.getKey());
    if (known != null) {
      return known;
    }
    var read = read(leaf);
    if (bySegment.putIfAbsent(cache.getKey(), read) == null) {
      cache.addClosedListener(bySegment::remove);
    }
    return read;
  }

  private static FixedBitSet read(LeafReaderContext leaf) throws IOException {
    var terms = leaf.reader().terms(Fields.WORD);
    if (terms == null) {
      return new FixedBitSet(LEAST_BITS);
    }
    var bits = Math.clamp(terms.size() * BITS_A_TERM, LEAST_BITS, 1 << 30);
    var filter = new FixedBitSet(Math.max(LEAST_BITS, Integer.highestOneBit(bits - 1) << 1));
    var all = terms.iterator();
    for (var term = all.next(); term != null; term = all.next()) {
      filter.set(hash(term) & (filter.length() - 1));
    }
    return filter;
  }

  private static int hash(BytesRef term) {
    return StringHelper.murmurhash3_x86_32(term, SEED);
  }
}
