package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.OpenTexts;
import org.commonsregistry.holdings.Purpose;

/**
 * Whose texts an answer may be about: those that everybody may read anyway. Whoever could ask for
 * others would learn what is in them, so of those only counts are given. Asks the ledger, so that a
 * withdrawal counts at once. Thread-safe.
 */
@Singleton
final class Admission {
  private final Holdings holdings;
  private final OpenTexts open;

  Admission(Holdings holdings, OpenTexts open) {
    this.holdings = holdings;
    this.open = open;
  }

  /**
   * @param open holdings whose texts everybody may read
   * @param closed others, those for testing models left out
   */
  record Admitted(Set<HoldingId> open, List<Holding> closed) {}

  Admitted now() {
    var admitted = new HashSet<HoldingId>();
    var closed = new java.util.ArrayList<Holding>();
    var verdicts = new java.util.HashMap<org.commonsregistry.catalog.DatasetId, Boolean>();
    for (var holding : holdings.all()) {
      if (holding.purpose() != Purpose.TRAINING) {
        continue;
      }
      if (verdicts.computeIfAbsent(holding.id().dataset(), open::open)) {
        admitted.add(holding.id());
      } else {
        closed.add(holding);
      }
    }
    return new Admitted(admitted, List.copyOf(closed));
  }
}
