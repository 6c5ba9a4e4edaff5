package org.commonsregistry.holdings;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.category.Categories;
import org.commonsregistry.category.Category;
import org.commonsregistry.ledger.Ledger;

/** Which holdings are in which category, by what their datasets state now. Thread-safe. */
@Singleton
public final class CategoryHoldings {
  private final Holdings holdings;
  private final Datasets datasets;
  private final Categories categories;
  private final Ledger ledger;
  private volatile Map<DatasetId, Stated> known = Map.of();

  CategoryHoldings(Holdings holdings, Datasets datasets, Categories categories, Ledger ledger) {
    this.holdings = holdings;
    this.datasets = datasets;
    this.categories = categories;
    this.ledger = ledger;
  }

  /**
   * @param sequence of the description that states them
   * @param categories with those they are in
   */
  private record Stated(long sequence, Set<String> categories) {}

  /** The standing holdings of a category and of those in it. */
  public List<Holding> in(String category) {
    var all = holdings.all();
    var stated = stated(all.stream().map(h -> h.id().dataset()).collect(Collectors.toSet()));
    return all.stream()
        .filter(
            holding -> {
              var its = stated.get(holding.id().dataset());
              return its != null && its.categories().contains(category);
            })
        .toList();
  }

  /** Only descriptions that are new are read. */
  private Map<DatasetId, Stated> stated(Set<DatasetId> wanted) {
    var before = known;
    var numbers = ledger.latestNumbers(wanted.stream().map(DatasetId::iri).toList());
    var now = new HashMap<DatasetId, Stated>();
    for (var id : wanted) {
      var stated = before.get(id);
      if (stated != null && numbers.getOrDefault(id.iri(), 0L) == stated.sequence()) {
        now.put(id, stated);
      }
    }
    var unread = wanted.stream().filter(id -> !now.containsKey(id)).toList();
    if (!unread.isEmpty()) {
      datasets
          .latest(unread, Long.MAX_VALUE)
          .forEach(
              (id, latest) ->
                  now.put(
                      id,
                      new Stated(
                          latest.sequence(), latest.dataset().map(this::of).orElse(Set.of()))));
    }
    known = Map.copyOf(now);
    return now;
  }

  private Set<String> of(Dataset dataset) {
    return dataset.categories().stream()
        .flatMap(id -> categories.withBroader(id).stream())
        .map(Category::id)
        .collect(Collectors.toSet());
  }
}
