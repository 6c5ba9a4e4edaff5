package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchResult.FacetCount;

/** Draws facet counts. */
@Singleton
final class Charts {
  private static final int BARS = 8;
  private static final int ROWS = 100;
  private static final int COLUMNS = 24;
  private static final int DECADE = 10;

  private final FacetLabels labels;

  Charts(FacetLabels labels) {
    this.labels = labels;
  }

  Chart bars(Page page, FacetField field, List<FacetCount> counts) {
    var sorted = counts.stream().limit(ROWS).toList();
    var names = labels.of(page, field, sorted.stream().map(FacetCount::value).toList());
    var most = sorted.stream().mapToLong(FacetCount::count).max().orElse(1);
    var bars = new ArrayList<Chart.Bar>();
    for (var count : sorted) {
      bars.add(
          new Chart.Bar(
              bars.size(),
              names.getOrDefault(count.value(), count.value()),
              SearchAddress.empty().with(field, count.value()).at("/search"),
              count.count(),
              percent(count.count(), most)));
    }
    return new Chart(
        page.t("chart." + field.parameter()),
        page.t("facet." + field.parameter()),
        bars.subList(0, Math.min(BARS, bars.size())),
        bars,
        counts.size() > ROWS ? page.t("chart.cut", counts.size() - ROWS) : "");
  }

  /** Columns of ten years each; what lies before the first of them is added up in it. */
  Chart decades(Page page, List<FacetCount> counts) {
    var decades = new TreeMap<Integer, List<FacetCount>>();
    for (var count : counts) {
      year(count).ifPresent(y -> add(decades, Math.floorDiv(y, DECADE) * DECADE, count));
    }
    if (decades.isEmpty()) {
      return new Chart(page.t("chart.year"), page.t("facet.year"), List.of(), List.of(), "");
    }
    var last = decades.lastKey();
    var first = Math.max(decades.firstKey(), last - (COLUMNS - 1) * DECADE);
    var most = decades.values().stream().mapToLong(Charts::sum).max().orElse(1);
    var before = List.copyOf(decades.headMap(first, false).values());
    var shown = new ArrayList<Chart.Bar>();
    if (!before.isEmpty()) {
      var early = before.stream().flatMap(List::stream).toList();
      shown.add(bar(page.t("chart.year.before", String.valueOf(first)), 0, early, most));
    }
    for (var decade = first; decade <= last; decade += DECADE) {
      var inIt = decades.getOrDefault(decade, List.of());
      shown.add(bar(page.t("chart.decade", String.valueOf(decade)), shown.size(), inIt, most));
    }
    return new Chart(
        page.t("chart.year"),
        page.t("facet.year"),
        shown,
        shown.stream().filter(bar -> bar.count() > 0).toList().reversed(),
        "");
  }

  private static Chart.Bar bar(String label, int index, List<FacetCount> years, long most) {
    var address = SearchAddress.empty();
    for (var year : years) {
      address = address.with(FacetField.YEAR, year.value());
    }
    return new Chart.Bar(
        index, label, address.at("/search"), sum(years), percent(sum(years), most));
  }

  private static java.util.OptionalInt year(FacetCount count) {
    return count.value().matches("-?\\d{1,4}")
        ? java.util.OptionalInt.of(Integer.parseInt(count.value()))
        : java.util.OptionalInt.empty();
  }

  private static void add(Map<Integer, List<FacetCount>> decades, int decade, FacetCount count) {
    decades.computeIfAbsent(decade, d -> new ArrayList<>()).add(count);
  }

  private static long sum(List<FacetCount> counts) {
    return counts.stream().mapToLong(FacetCount::count).sum();
  }

  /** To a tenth; never so little that it cannot be seen. */
  private static double percent(long count, long most) {
    if (count == 0) {
      return 0;
    }
    return Math.max(1, Math.round(count * 1000.0 / Math.max(1, most)) / 10.0);
  }

  /** Values that say what something is, not that it is unknown or several. */
  static List<FacetCount> named(List<FacetCount> counts) {
    return counts.stream()
        .filter(count -> !Set.of("mul", "und", "zxx").contains(count.value()))
        .toList();
  }
}
