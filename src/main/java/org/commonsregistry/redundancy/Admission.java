package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.OpenTexts;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Whose texts an answer may be about: those that everybody may read anyway. Whoever could ask for
 * others would learn what is in them, so of those only counts are given. Asks the ledger whether
 * anything changed, so that a withdrawal counts at once. Thread-safe.
 */
@Singleton
final class Admission {
  private final Holdings holdings;
  private final OpenTexts open;
  private final Ledger ledger;
  private final Clock clock;
  private volatile @Nullable Known known;

  Admission(Holdings holdings, OpenTexts open, Ledger ledger, Clock clock) {
    this.holdings = holdings;
    this.open = open;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param open holdings whose texts everybody may read
   * @param closed others, those for testing models left out
   */
  record Admitted(Set<HoldingId> open, List<Holding> closed) {}

  /** Verdicts change by an entry of the ledger or with the day, and by nothing else. */
  private record Known(long head, LocalDate day, Admitted admitted) {}

  Admitted now() {
    var head = ledger.head();
    var day = LocalDate.ofInstant(clock.instant(), clock.getZone());
    var before = known;
    if (before == null || before.head() != head || !before.day().equals(day)) {
      before = new Known(head, day, asked());
      known = before;
    }
    return before.admitted();
  }

  private Admitted asked() {
    var admitted = new HashSet<HoldingId>();
    var closed = new ArrayList<Holding>();
    var verdicts = new HashMap<DatasetId, Boolean>();
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
    return new Admitted(Set.copyOf(admitted), List.copyOf(closed));
  }
}
