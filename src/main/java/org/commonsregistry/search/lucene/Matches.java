package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.util.FixedBitSet;
import org.commonsregistry.search.FacetField;

/**
 * Sorts the documents a text finds, and that may be used as asked, by the chosen facet values:
 * those that have all of them are hits, those that lack exactly one field's are remembered for the
 * counts of that field (drill sideways). For one search in one thread.
 */
final class Matches implements Collector {
  private final Narrowing narrowing;
  private final TopFieldCollector top;
  private final boolean scores;
  private final List<Segment> segments = new ArrayList<>();
  private long found;

  /**
   * @param hits documents with all chosen values
   * @param sideways by filtered field, documents that lack only that field's
   */
  record Segment(LeafReaderContext leaf, FixedBitSet hits, Map<FacetField, FixedBitSet> sideways) {}

  Matches(Narrowing narrowing, TopFieldCollector top, boolean scores) {
    this.narrowing = narrowing;
    this.top = top;
    this.scores = scores;
  }

  List<Segment> segments() {
    return segments;
  }

  /** Documents the text finds, whatever the filters. */
  long found() {
    return found;
  }

  long total() {
    return segments.stream().mapToLong(segment -> segment.hits().cardinality()).sum();
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    var segment =
        new Segment(leaf, new FixedBitSet(leaf.reader().maxDoc()), new EnumMap<>(FacetField.class));
    segments.add(segment);
    var ranked = top.getLeafCollector(leaf);
    return narrowing.filters().isEmpty() && !narrowing.byUse()
        ? unfiltered(segment, ranked)
        : filtered(segment, ranked);
  }

  @Override
  public ScoreMode scoreMode() {
    return scores ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }

  private LeafCollector unfiltered(Segment segment, LeafCollector ranked) {
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) throws IOException {
        ranked.setScorer(scorer);
      }

      @Override
      public void collect(int doc) throws IOException {
        found++;
        segment.hits().set(doc);
        ranked.collect(doc);
      }
    };
  }

  private LeafCollector filtered(Segment segment, LeafCollector ranked) throws IOException {
    var fields = narrowing.filters().keySet();
    var permitted = narrowing.permitted(segment.leaf());
    var allowed = new FixedBitSet[fields.size()];
    var sideways = new FixedBitSet[fields.size()];
    var next = 0;
    for (var field : fields) {
      allowed[next] = narrowing.having(segment.leaf(), field);
      sideways[next] = new FixedBitSet(segment.leaf().reader().maxDoc());
      segment.sideways().put(field, sideways[next]);
      next++;
    }
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) throws IOException {
        ranked.setScorer(scorer);
      }

      @Override
      public void collect(int doc) throws IOException {
        found++;
        if (permitted != null && !permitted.get(doc)) {
          return;
        }
        var missing = -1;
        for (int i = 0; i < allowed.length; i++) {
          if (!allowed[i].get(doc)) {
            if (missing >= 0) {
              return;
            }
            missing = i;
          }
        }
        if (missing >= 0) {
          sideways[missing].set(doc);
        } else {
          segment.hits().set(doc);
          ranked.collect(doc);
        }
      }
    };
  }
}
