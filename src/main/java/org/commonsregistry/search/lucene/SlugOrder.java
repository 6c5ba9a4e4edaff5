package org.commonsregistry.search.lucene;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;

/** Breaks ties by slug. Its sort values are what {@link SlugRanks#twice} gives. */
final class SlugOrder extends FieldComparatorSource {
  private final SlugRanks ranks;

  SlugOrder(SlugRanks ranks) {
    this.ranks = ranks;
  }

  @Override
  public FieldComparator<?> newComparator(
      String field, int hits, Pruning pruning, boolean reversed) {
    return new Places(hits);
  }

  private final class Places extends FieldComparator<Integer> {
    private final int[] places;
    private int bottom;
    private int top;

    Places(int hits) {
      places = new int[hits];
    }

    @Override
    public int compare(int slot, int other) {
      return Integer.compare(places[slot], places[other]);
    }

    @Override
    public void setTopValue(Integer value) {
      top = value;
    }

    @Override
    public Integer value(int slot) {
      return places[slot];
    }

    @Override
    public LeafFieldComparator getLeafComparator(LeafReaderContext leaf) {
      return new Segment(leaf.docBase);
    }

    private final class Segment implements LeafFieldComparator {
      private final int docBase;

      Segment(int docBase) {
        this.docBase = docBase;
      }

      @Override
      public void setBottom(int slot) {
        bottom = places[slot];
      }

      @Override
      public int compareBottom(int doc) {
        return Integer.compare(bottom, ranks.twice(docBase + doc));
      }

      @Override
      public int compareTop(int doc) {
        return Integer.compare(top, ranks.twice(docBase + doc));
      }

      @Override
      public void copy(int slot, int doc) {
        places[slot] = ranks.twice(docBase + doc);
      }

      @Override
      public void setScorer(Scorable scorer) {}
    }
  }
}
