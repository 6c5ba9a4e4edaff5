package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
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
  private static final List<String> FIELDS = fields();
  private static final int BITS_A_TERM = 16;

  /**
   * With four places a term, one in a thousand answers is wrong; with one it would be every
   * twentieth.
   */
  private static final int PROBES = 4;

  private static final int LEAST_BITS = 1 << 10;

  private final Map<IndexReader.CacheKey, FixedBitSet> bySegment = new ConcurrentHashMap<>();

  private static List<String> fields() {
    var fields = new ArrayList<>(Fields.WEIGHTS.keySet());
    fields.add(Fields.WORD);
    return fields;
  }

  /** The filters of all segments, in order. */
  List<FixedBitSet> of(IndexReader reader) throws IOException {
    var filters = new FixedBitSet[reader.leaves().size()];
    for (var leaf : reader.leaves()) {
      filters[leaf.ord] = of(leaf);
    }
    return List.of(filters);
  }

  /** False when the term is certainly nowhere. */
  static boolean mayHave(List<FixedBitSet> filters, String field, String term) {
    var hash = hash(field, new BytesRef(term));
    for (var filter : filters) {
      if (has(filter, hash)) {
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
    var terms = 0L;
    for (var field : FIELDS) {
      terms += org.apache.lucene.index.Terms.getTerms(leaf.reader(), field).size();
    }
    var bits = (int) Math.clamp(terms * BITS_A_TERM, LEAST_BITS, 1 << 30);
    var filter = new FixedBitSet(Integer.highestOneBit(bits - 1) << 1);
    for (var field : FIELDS) {
      var all = org.apache.lucene.index.Terms.getTerms(leaf.reader(), field).iterator();
      for (var term = all.next(); term != null; term = all.next()) {
        add(filter, hash(field, term));
      }
    }
    return filter;
  }

  private static void add(FixedBitSet filter, int hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      filter.set(place(filter, hash, probe));
    }
  }

  private static boolean has(FixedBitSet filter, int hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      if (!filter.get(place(filter, hash, probe))) {
        return false;
      }
    }
    return true;
  }

  private static int place(FixedBitSet filter, int hash, int probe) {
    var step = Integer.rotateLeft(hash, 15) * 0x9e3779b1 | 1;
    return (hash + probe * step) & (filter.length() - 1);
  }

  private static int hash(String field, BytesRef term) {
    return StringHelper.murmurhash3_x86_32(term, field.hashCode());
  }
}
