package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.util.FixedBitSet;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchResult.FacetCount;

/** Exact counts of facet values among the matches of one search. */
final class FacetCounts {
  private static final Comparator<FacetCount> MOST_FIRST =
      Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);

  private final FacetColumns columns;
  private final Narrowing narrowing;

  FacetCounts(FacetColumns columns, Narrowing narrowing) {
    this.columns = columns;
    this.narrowing = narrowing;
  }

  /** The most frequent values of every field; chosen values are always among them. */
  Map<FacetField, List<FacetCount>> of(Matches matches, int limit) throws IOException {
    var chosen = narrowing.filters();
    var counts = new EnumMap<FacetField, List<FacetCount>>(FacetField.class);
    if (limit > 0) {
      var everything = chosen.isEmpty() && matches.total() == columns.documents();
      for (var field : FacetField.values()) {
        var some = chosen.getOrDefault(field, Set.of());
        if (field == FacetField.ZONE && narrowing.place().isPresent()) {
          var byZone = zones(matches, narrowing.place().get());
          counts.put(field, most(byZone, TermQueries.ZONES, some, limit));
        } else {
          var column = columns.of(field);
          var byOrdinal = everything ? column.totals() : count(matches, field, column);
          counts.put(field, most(byOrdinal, column.values(), some, limit));
        }
      }
    }
    return counts;
  }

  private static int[] count(Matches matches, FacetField field, FacetColumns.Column column)
      throws IOException {
    var counts = new int[column.values().size()];
    for (var segment : matches.segments()) {
      var values = column.segments().get(segment.leaf().ord);
      values.count(segment.hits(), counts);
      var sideways = segment.sideways().get(field);
      if (sideways != null) {
        values.count(sideways, counts);
      }
    }
    return counts;
  }

  /** By place there are as many columns as countries, but few zones: sets are counted instead. */
  private int[] zones(Matches matches, Place place) throws IOException {
    var counts = new int[TermQueries.ZONES.size()];
    for (var segment : matches.segments()) {
      var sideways = segment.sideways().get(FacetField.ZONE);
      for (int zone = 0; zone < counts.length; zone++) {
        var there = narrowing.zone(segment.leaf(), place, TermQueries.ZONES.get(zone));
        counts[zone] += (int) FixedBitSet.intersectionCount(segment.hits(), there);
        if (sideways != null) {
          counts[zone] += (int) FixedBitSet.intersectionCount(sideways, there);
        }
      }
    }
    return counts;
  }

  private static List<FacetCount> most(
      int[] counts, List<String> values, Set<String> chosen, int limit) {
    var best = new PriorityQueue<FacetCount>(limit, MOST_FIRST.reversed());
    var least = 1L;
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] >= least) {
        var count = new FacetCount(values.get(ordinal), counts[ordinal]);
        if (best.size() < limit) {
          best.add(count);
        } else if (MOST_FIRST.compare(count, best.element()) < 0) {
          best.remove();
          best.add(count);
        }
        least = best.size() < limit ? 1 : best.element().count();
      }
    }
    var listed = new ArrayList<>(best);
    for (var value : chosen) {
      if (listed.stream().noneMatch(count -> count.value().equals(value))) {
        var ordinal = values.indexOf(value);
        listed.add(new FacetCount(value, ordinal < 0 ? 0 : counts[ordinal]));
      }
    }
    listed.sort(MOST_FIRST);
    return List.copyOf(listed);
  }
}
