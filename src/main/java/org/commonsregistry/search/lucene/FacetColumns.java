package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.packed.PackedInts;
import org.commonsregistry.search.FacetField;

/**
 * The facet values of one state of the index as plain arrays, read when first needed: counting 50
 * 000 documents takes well under a millisecond a field, several times less than through doc values.
 * Thread-safe.
 */
final class FacetColumns {
  private final IndexReader reader;
  private final Map<FacetField, Column> columns = new ConcurrentHashMap<>();

  /**
   * @param values all values of the field, in order; an ordinal is a place in this list
   * @param segments by number of the segment
   * @param totals how many documents have each value
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Column(List<String> values, List<Segment> segments, int[] totals) {}

  /**
   * The values of document {@code d} are {@code ordinals[starts[d]] … ordinals[starts[d + 1] - 1]}.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Segment(int[] starts, int[] ordinals) {

    /** Adds one to the count of each value of each of these documents. */
    void count(FixedBitSet documents, int[] counts) {
      if (ordinals.length == 0) {
        return;
      }
      var words = documents.getBits();
      for (int number = 0; number < words.length; number++) {
        for (var word = words[number]; word != 0; word &= word - 1) {
          var doc = (number << 6) + Long.numberOfTrailingZeros(word);
          for (int i = starts[doc]; i < starts[doc + 1]; i++) {
            counts[ordinals[i]]++;
          }
        }
      }
    }
  }

  FacetColumns(IndexReader reader) {
    this.reader = reader;
  }

  /** Standing documents. */
  int documents() {
    return reader.numDocs();
  }

  Column of(FacetField field) {
    return columns.computeIfAbsent(field, this::read);
  }

  private Column read(FacetField field) {
    try {
      var perSegment = new SortedSetDocValues[reader.leaves().size()];
      for (var leaf : reader.leaves()) {
        perSegment[leaf.ord] = DocValues.getSortedSet(leaf.reader(), Fields.facet(field));
      }
      var map = OrdinalMap.build(null, perSegment, PackedInts.DEFAULT);
      var values = new ArrayList<String>((int) map.getValueCount());
      for (long i = 0; i < map.getValueCount(); i++) {
        var segment = map.getFirstSegmentNumber(i);
        values.add(perSegment[segment].lookupOrd(map.getFirstSegmentOrd(i)).utf8ToString());
      }
      var segments = new ArrayList<Segment>();
      for (var leaf : reader.leaves()) {
        segments.add(segment(leaf, perSegment[leaf.ord], map));
      }
      return new Column(values, segments, totals(values.size(), segments));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts standing documents: what most visitors see first should not be counted each time. */
  private int[] totals(int values, List<Segment> segments) {
    var totals = new int[values];
    for (var leaf : reader.leaves()) {
      var live = leaf.reader().getLiveDocs();
      var segment = segments.get(leaf.ord);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          for (int i = segment.starts()[doc]; i < segment.starts()[doc + 1]; i++) {
            totals[segment.ordinals()[i]]++;
          }
        }
      }
    }
    return totals;
  }

  private static Segment segment(LeafReaderContext leaf, SortedSetDocValues values, OrdinalMap map)
      throws IOException {
    var global = map.getGlobalOrds(leaf.ord);
    var starts = new int[leaf.reader().maxDoc() + 1];
    var ordinals = new int[leaf.reader().maxDoc()];
    var next = 0;
    var filled = 0;
    for (var doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      Arrays.fill(starts, filled, doc + 1, next);
      filled = doc + 1;
      for (int i = 0; i < values.docValueCount(); i++) {
        if (next == ordinals.length) {
          ordinals = Arrays.copyOf(ordinals, 2 * next + 8);
        }
        ordinals[next++] = (int) global.get(values.nextOrd());
      }
    }
    Arrays.fill(starts, filled, starts.length, next);
    return new Segment(starts, Arrays.copyOf(ordinals, next));
  }
}
