package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Breaks ties by slug, and reads slugs for ties only. Lucene's own order of strings reads the text
 * of every hit it keeps for a while, which is most of the cost of listing the newest of many
 * datasets.
 */
final class SlugOrder extends FieldComparatorSource {
  private final List<LeafReaderContext> leaves;

  SlugOrder(List<LeafReaderContext> leaves) {
    this.leaves = leaves;
  }

  @Override
  public FieldComparator<?> newComparator(
      String field, int hits, Pruning pruning, boolean reversed) {
    return new Slugs(hits);
  }

  private final class Slugs extends FieldComparator<BytesRef> {
    private final int[] documents;
    private final @Nullable BytesRef[] slugs;
    private @Nullable BytesRef top;
    private int bottom;

    Slugs(int hits) {
      documents = new int[hits];
      slugs = new BytesRef[hits];
    }

    @Override
    public int compare(int slot, int other) {
      return value(slot).compareTo(value(other));
    }

    @Override
    public void setTopValue(BytesRef value) {
      top = value;
    }

    @Override
    public BytesRef value(int slot) {
      var known = slugs[slot];
      if (known == null) {
        known = read(documents[slot]);
        slugs[slot] = known;
      }
      return known;
    }

    @Override
    public LeafFieldComparator getLeafComparator(LeafReaderContext leaf) throws IOException {
      return new Segment(leaf.docBase, DocValues.getSorted(leaf.reader(), Fields.SLUG));
    }

    private BytesRef read(int document) {
      try {
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var values = DocValues.getSorted(leaf.reader(), Fields.SLUG);
        values.advanceExact(document - leaf.docBase);
        return BytesRef.deepCopyOf(values.lookupOrd(values.ordValue()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Compares by ordinal within a segment; a slug of another segment lies between two of them. */
    private final class Segment implements LeafFieldComparator {
      private static final int UNKNOWN = -1;
      private final int docBase;
      private final SortedDocValues values;
      private int twiceBottom = UNKNOWN;
      private int twiceTop = UNKNOWN;

      Segment(int docBase, SortedDocValues values) {
        this.docBase = docBase;
        this.values = values;
      }

      @Override
      public void setBottom(int slot) {
        bottom = slot;
        twiceBottom = UNKNOWN;
      }

      @Override
      public int compareBottom(int doc) throws IOException {
        if (twiceBottom == UNKNOWN) {
          twiceBottom = twiceOrdinal(value(bottom));
        }
        return Integer.compare(twiceBottom, twiceOrdinal(doc));
      }

      @Override
      public int compareTop(int doc) throws IOException {
        if (twiceTop == UNKNOWN) {
          twiceTop = twiceOrdinal(top == null ? new BytesRef() : top);
        }
        return Integer.compare(twiceTop, twiceOrdinal(doc));
      }

      @Override
      public void copy(int slot, int doc) {
        documents[slot] = docBase + doc;
        slugs[slot] = null;
      }

      @Override
      public void setScorer(Scorable scorer) {}

      private int twiceOrdinal(int doc) throws IOException {
        values.advanceExact(doc);
        return 2 * values.ordValue() + 1;
      }

      private int twiceOrdinal(BytesRef slug) throws IOException {
        var ordinal = values.lookupTerm(slug);
        return ordinal >= 0 ? 2 * ordinal + 1 : 2 * (-1 - ordinal);
      }
    }
  }
}
