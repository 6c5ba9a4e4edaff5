package org.commonsregistry.holdings;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetKinds;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.Ledger;

/**
 * Remembers which holdings stand, and asks the ledger before every answer whether it has grown;
 * then only what was touched is read again. So a withdrawal counts at once, in every process that
 * shares the ledger. Thread-safe.
 */
@Singleton
final class StandingHoldings {
  private static final int PAGE = 1_000;

  /** More news than that and everything is read again, which takes one question a page. */
  private static final int NEWS = 500;

  private final Ledger ledger;
  private volatile Known known = new Known(0, Map.of(), Set.of());

  StandingHoldings(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * @param holdings not withdrawn themselves
   * @param gone datasets of theirs that do not stand
   */
  private record Known(long head, Map<HoldingId, Holding> holdings, Set<DatasetId> gone) {
    List<Holding> standing() {
      return holdings.values().stream()
          .filter(holding -> !gone.contains(holding.id().dataset()))
          .toList();
    }
  }

  /** In the order of their names and numbers. */
  List<Holding> list() {
    var head = ledger.head();
    var now = known;
    if (now.head() != head) {
      now = upTo(head, now);
      known = now;
    }
    return now.standing();
  }

  private Known upTo(long head, Known before) {
    var news = before.head() == 0 ? List.<Entry>of() : ledger.after(before.head(), NEWS);
    if (before.head() == 0 || news.size() == NEWS) {
      return everything(head);
    }
    var holdings = new HashSet<String>();
    var datasets = new HashSet<DatasetId>();
    for (var entry : news) {
      if (HoldingId.ofIri(entry.subject()).isPresent()) {
        holdings.add(entry.subject());
      }
      DatasetId.ofIri(entry.subject()).ifPresent(datasets::add);
    }
    var ids = holdings.stream().map(HoldingId::ofIri).map(id -> id.orElseThrow()).toList();
    var all = new TreeMap<>(before.holdings());
    ids.forEach(all::remove);
    all.putAll(read(holdings));
    datasets.retainAll(datasetsOf(all.keySet()));
    ids.forEach(id -> datasets.add(id.dataset()));
    var gone = new HashSet<>(before.gone());
    gone.removeAll(datasets);
    gone.addAll(gone(datasets));
    var last = news.isEmpty() ? before.head() : news.getLast().sequence();
    return new Known(Math.max(head, last), all, gone);
  }

  private Known everything(long head) {
    var all = new TreeMap<HoldingId, Holding>();
    var subjects = ledger.subjects(HoldingId.PREFIX, "", PAGE);
    while (!subjects.isEmpty()) {
      all.putAll(read(subjects));
      subjects = ledger.subjects(HoldingId.PREFIX, subjects.getLast(), PAGE);
    }
    return new Known(head, all, gone(datasetsOf(all.keySet())));
  }

  private Map<HoldingId, Holding> read(Collection<String> subjects) {
    var read = new TreeMap<HoldingId, Holding>();
    for (var entry : ledger.standing(subjects, Long.MAX_VALUE).values()) {
      if (entry.kind().equals(HoldingKinds.INGESTED)) {
        var holding = HoldingStatements.read(entry);
        read.put(holding.id(), holding);
      }
    }
    return read;
  }

  private Set<DatasetId> gone(Set<DatasetId> datasets) {
    var standing = ledger.standing(datasets.stream().map(DatasetId::iri).toList(), Long.MAX_VALUE);
    var gone = new HashSet<DatasetId>();
    for (var dataset : datasets) {
      var entry = standing.get(dataset.iri());
      if (entry == null || !entry.kind().equals(DatasetKinds.DESCRIBED)) {
        gone.add(dataset);
      }
    }
    return gone;
  }

  private static Set<DatasetId> datasetsOf(Collection<HoldingId> holdings) {
    var datasets = new HashSet<DatasetId>();
    holdings.forEach(id -> datasets.add(id.dataset()));
    return datasets;
  }
}
