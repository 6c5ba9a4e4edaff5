package org.commonsregistry.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The place of each document's slug in the order of all slugs of one state of the index. Most
 * searches have ties, and reading the slugs of each took a twelfth of a search. Thread-safe.
 */
final class SlugRanks {
  private final IndexReader reader;
  private final OrdinalMap map;
  private final int[] ranks;

  private SlugRanks(IndexReader reader, OrdinalMap map, int[] ranks) {
    this.reader = reader;
    this.map = map;
    this.ranks = ranks;
  }

  static SlugRanks of(IndexReader reader) throws IOException {
    var segments = new SortedDocValues[reader.leaves().size()];
    for (var leaf : reader.leaves()) {
      segments[leaf.ord] = DocValues.getSorted(leaf.reader(), Fields.SLUG);
    }
    var map = OrdinalMap.build(null, segments, PackedInts.DEFAULT);
    var ranks = new int[reader.maxDoc()];
    for (var leaf : reader.leaves()) {
      var values = segments[leaf.ord];
      var global = map.getGlobalOrds(leaf.ord);
      for (var doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        ranks[leaf.docBase + doc] = (int) global.get(values.ordValue());
      }
    }
    return new SlugRanks(reader, map, ranks);
  }

  /** Twice the rank, plus one: room between two documents for a slug that is no longer there. */
  int twice(int document) {
    return 2 * ranks[document] + 1;
  }

  /** As {@link #twice(int)} for a slug that may or may not be there. */
  int twice(BytesRef slug) throws IOException {
    var low = 0L;
    var high = map.getValueCount();
    while (low < high) {
      var middle = (low + high) >>> 1;
      var order = slug(middle).compareTo(slug);
      if (order == 0) {
        return (int) (2 * middle + 1);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (int) (2 * low);
  }

  private BytesRef slug(long rank) throws IOException {
    var leaf = reader.leaves().get(map.getFirstSegmentNumber(rank));
    return DocValues.getSorted(leaf.reader(), Fields.SLUG)
        .lookupOrd((int) map.getFirstSegmentOrd(rank));
  }
}
