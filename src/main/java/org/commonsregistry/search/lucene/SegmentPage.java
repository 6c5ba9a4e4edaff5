package org.commonsregistry.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The documents of a page that are in one segment, as Lucene wants them read: one pass forward.
 *
 * @param documents numbers in the segment, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SegmentPage(LeafReaderContext leaf, int[] documents) {

  /** The segments that have any of these documents. */
  static List<SegmentPage> of(IndexReader reader, int... documents) {
    var ascending = documents.clone();
    Arrays.sort(ascending);
    var pages = new ArrayList<SegmentPage>();
    var next = 0;
    for (var leaf : reader.leaves()) {
      var from = next;
      while (next < ascending.length && ascending[next] < leaf.docBase + leaf.reader().maxDoc()) {
        ascending[next++] -= leaf.docBase;
      }
      if (from < next) {
        pages.add(new SegmentPage(leaf, Arrays.copyOfRange(ascending, from, next)));
      }
    }
    return pages;
  }
}
