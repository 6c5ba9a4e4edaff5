package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.ledger.View;

/**
 * Keeps the fingerprint index at what is held. Texts that models are tested with are not in it;
 * each text that comes is held against them while it is read anyway.
 */
@Singleton
final class FingerprintView implements View {
  private final FingerprintIndex index;
  private final Holdings holdings;
  private final Contamination contamination;

  FingerprintView(FingerprintIndex index, Holdings holdings, Contamination contamination) {
    this.index = index;
    this.holdings = holdings;
    this.contamination = contamination;
  }

  @Override
  public String name() {
    return "fingerprints";
  }

  @Override
  public long reached() {
    return index.reached();
  }

  @Override
  public void clear() {
    index.clear();
  }

  /** Goes by what stands now: whatever happened since is told again, and changes nothing then. */
  @Override
  public void apply(Change change) {
    var touched = new HashSet<HoldingId>();
    var datasets = new HashSet<DatasetId>();
    for (var subject : change.standing().keySet()) {
      HoldingId.ofIri(subject).ifPresent(touched::add);
      DatasetId.ofIri(subject).ifPresent(datasets::add);
    }
    if (touched.isEmpty() && datasets.isEmpty()) {
      index.apply(List.of(), sink -> {}, change.upTo());
      return;
    }
    Predicate<HoldingId> concerned = id -> touched.contains(id) || datasets.contains(id.dataset());
    var standing = holdings.all().stream().filter(h -> concerned.test(h.id())).toList();
    var present = present();
    var come =
        standing.stream()
            .filter(h -> h.purpose() == Purpose.TRAINING && !present.contains(h.id()))
            .toList();
    var gone = new HashSet<>(present);
    gone.removeIf(id -> !concerned.test(id));
    standing.forEach(holding -> gone.remove(holding.id()));
    index.apply(gone, sink -> come.forEach(holding -> read(holding, sink)), change.upTo());
    contamination.lookAgain();
  }

  private Set<HoldingId> present() {
    return index.read(
        state ->
            state.tallies().stream().map(Fingerprints.Tally::holding).collect(Collectors.toSet()));
  }

  private void read(Holding holding, FingerprintIndex.Sink sink) {
    var scan = contamination.scan(holding);
    holdings.read(
        holding,
        text -> {
          var sketch = Fp1.sketch(text.text(), FingerprintIndex.SCALE);
          sink.put(holding.id(), new Fingerprint(text.ordinal(), text.language(), sketch));
          scan.read(text);
        });
    scan.finish();
  }
}
