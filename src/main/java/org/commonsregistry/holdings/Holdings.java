package org.commonsregistry.holdings;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonsregistry.catalog.DatasetId;

/**
 * The holdings that stand: neither they nor their datasets are withdrawn or redacted, as the ledger
 * says at this moment. Thread-safe.
 */
@Singleton
public final class Holdings {
  Holdings() {}

  /** Of one dataset, in the order they came. */
  public List<Holding> of(DatasetId dataset) {
    return all().stream().filter(holding -> holding.id().dataset().equals(dataset)).toList();
  }

  /** Of every dataset, in the order of their names. */
  public List<Holding> all() {
    return List.of();
  }

  public Optional<Holding> find(HoldingId id) {
    return all().stream().filter(holding -> holding.id().equals(id)).findFirst();
  }

  /** One text of a standing holding; empty when there is none. */
  public Optional<TextRecord> record(HoldingId id, long ordinal) {
    return Optional.empty();
  }

  /**
   * Hands on every text of a holding in order, whether or not it stands, with about one segment in
   * memory.
   */
  public void read(Holding holding, Consumer<TextRecord> reader) {
    throw new UnsupportedOperationException(holding + " cannot be read yet by " + reader);
  }

  /** How much all standing holdings hold together. */
  public Counts totals() {
    return Counts.sum(all().stream().map(Holding::counts).toList());
  }

  /** How much the standing holdings of these datasets hold together. */
  public Counts totals(Collection<DatasetId> datasets) {
    return Counts.sum(
        all().stream()
            .filter(holding -> datasets.contains(holding.id().dataset()))
            .map(Holding::counts)
            .toList());
  }
}
