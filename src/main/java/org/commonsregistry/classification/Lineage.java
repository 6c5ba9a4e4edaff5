package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;

/**
 * What a dataset was made from, as far as this registry knows it. A parent is known when it was
 * stated by its address here, or by an identifier that a source gave to a dataset here: its own, or
 * a name within the catalogue that the child came from ({@code glue} said of {@code hf:adv_glue} is
 * {@code hf:glue}). A bare name alone is never enough; many things are called the same.
 * Thread-safe.
 */
@Singleton
final class Lineage {
  private final Datasets datasets;

  Lineage(Datasets datasets) {
    this.datasets = datasets;
  }

  /**
   * @param name slug here, or the name as stated
   * @param latest what stood for it; empty when the parent is not known here
   */
  record Parent(String name, Optional<Datasets.Latest> latest) {
    /** Empty also when it was withdrawn. */
    Optional<Dataset> dataset() {
      return latest.flatMap(Datasets.Latest::dataset);
    }
  }

  /** In the order stated. */
  List<Parent> parents(Dataset dataset, long sequence) {
    if (dataset.derivedFrom().isEmpty()) {
      return List.of();
    }
    var known = new LinkedHashMap<String, DatasetId>();
    for (var stated : dataset.derivedFrom()) {
      stated
          .dataset()
          .or(() -> named(stated.name(), dataset))
          .filter(id -> !id.equals(dataset.id()))
          .ifPresent(id -> known.put(stated.name(), id));
    }
    var latest = datasets.latest(new LinkedHashSet<>(known.values()), sequence);
    var parents = new LinkedHashMap<String, Parent>();
    for (var stated : dataset.derivedFrom()) {
      var its =
          Optional.ofNullable(known.get(stated.name()))
              .flatMap(id -> Optional.ofNullable(latest.get(id)));
      var name = its.map(found -> found.id().slug()).orElse(stated.name());
      parents.putIfAbsent(name, new Parent(name, its));
    }
    return List.copyOf(parents.values());
  }

  private Optional<DatasetId> named(String name, Dataset child) {
    var candidates = new ArrayList<String>();
    if (name.contains(":")) {
      candidates.add(name);
    }
    for (var identifier : child.identifiers()) {
      var colon = identifier.indexOf(':');
      if (colon > 0 && !identifier.startsWith("http")) {
        candidates.add(identifier.substring(0, colon + 1) + name);
      }
    }
    var named = datasets.named(candidates);
    return candidates.stream().flatMap(c -> Optional.ofNullable(named.get(c)).stream()).findFirst();
  }
}
