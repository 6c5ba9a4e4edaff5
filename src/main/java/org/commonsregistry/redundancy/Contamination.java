package org.commonsregistry.redundancy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.holdings.TextRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for every benchmark in everything held. A holding that comes is looked at while it is
 * indexed; what a benchmark that comes later has missed is made up for on a thread in the
 * background. Thread-safe.
 */
@Singleton
final class Contamination {
  private static final Logger LOG = LoggerFactory.getLogger(Contamination.class);

  private final Holdings holdings;
  private final Findings findings;
  private final Boilerplate boilerplate;
  private final Thread thread;
  private boolean look = true;
  private boolean stopping;
  private volatile @Nullable Prepared prepared;

  Contamination(Holdings holdings, Findings findings, Boilerplate boilerplate) {
    this.holdings = holdings;
    this.findings = findings;
    this.boilerplate = boilerplate;
    thread = Thread.ofPlatform().name("contamination").daemon().unstarted(this::run);
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  /** A table, and the benchmarks that are in it whole. */
  private record Prepared(List<HoldingId> benchmarks, BenchmarkTable table) {}

  @PostConstruct
  void start() {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    synchronized (this) {
      stopping = true;
      notifyAll();
    }
    thread.join(Duration.ofSeconds(10));
  }

  /** Something came or went; returns at once. */
  synchronized void lookAgain() {
    look = true;
    notifyAll();
  }

  /**
   * A look at a holding whose texts are being read anyway, for the benchmarks that fit into one
   * table; the rest is made up for.
   */
  Scan scan(Holding holding) {
    var benchmarks = missing(holding, holdings.all());
    var words = benchmarks.stream().mapToLong(b -> b.counts().words()).sum();
    if (benchmarks.isEmpty() || words > BenchmarkTable.MOST_SHINGLES) {
      return new Scan(holding.id(), List.of(), new BenchmarkTable(List.of(), boilerplate));
    }
    return new Scan(holding.id(), benchmarks, table(benchmarks));
  }

  private List<Holding> missing(Holding holding, List<Holding> all) {
    return all.stream()
        .filter(b -> b.purpose() == Purpose.EVALUATION)
        .filter(b -> !findings.has(b.id(), holding.id()))
        .toList();
  }

  private BenchmarkTable table(List<Holding> benchmarks) {
    var ids = benchmarks.stream().map(Holding::id).toList();
    var known = prepared;
    if (known != null && known.benchmarks().equals(ids)) {
      return known.table();
    }
    var items = new ArrayList<BenchmarkItem>();
    for (var benchmark : benchmarks) {
      holdings.read(benchmark, text -> items.add(BenchmarkItem.of(benchmark.id(), text)));
    }
    var table = new BenchmarkTable(items, boilerplate);
    prepared = new Prepared(ids, table);
    return table;
  }

  /** One holding being looked at. Not thread-safe. */
  final class Scan {
    private final HoldingId holding;
    private final List<Holding> benchmarks;
    private final BenchmarkTable table;
    private final BenchmarkScan scan;
    private final Map<HoldingId, List<Finding>> found = new HashMap<>();

    private Scan(HoldingId holding, List<Holding> benchmarks, BenchmarkTable table) {
      this.holding = holding;
      this.benchmarks = benchmarks;
      this.table = table;
      scan = new BenchmarkScan(table);
    }

    void read(TextRecord text) {
      if (!benchmarks.isEmpty()) {
        collect(scan, table, text, found);
      }
    }

    void finish() {
      for (var benchmark : benchmarks) {
        findings.put(
            benchmark.id(),
            holding,
            pair(
                table.items().stream()
                    .filter(item -> item.holding().equals(benchmark.id()))
                    .filter(BenchmarkItem::tooShort)
                    .count(),
                benchmark,
                found));
      }
    }
  }

  private static Findings.Pair pair(
      long tooShort, Holding benchmark, Map<HoldingId, List<Finding>> found) {
    return Findings.Pair.of(
        benchmark.counts().documents(), tooShort, found.getOrDefault(benchmark.id(), List.of()));
  }

  private static void collect(
      BenchmarkScan scan,
      BenchmarkTable table,
      TextRecord text,
      Map<HoldingId, List<Finding>> found) {
    for (var hit : scan.of(text.text())) {
      var item = table.get(hit.item());
      var list = found.computeIfAbsent(item.holding(), id -> new ArrayList<>());
      if (list.size() < Findings.Pair.MOST) {
        list.add(
            new Finding(
                item.ordinal(), text.ordinal(), hit.share(), hit.answer(), hit.start(), hit.end()));
      }
    }
  }

  private void run() {
    while (await()) {
      try {
        sweep();
      } catch (RuntimeException e) { // e.g. the ledger is not there yet; the next change wakes us
        LOG.warn("Benchmarks could not be looked for: {}", e.toString());
      } finally {
        prepared = null;
      }
    }
  }

  private synchronized boolean await() {
    try {
      while (!look && !stopping) {
        wait();
      }
      look = false;
      return !stopping;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private synchronized boolean stopping() {
    return stopping;
  }

  private void sweep() {
    var all = holdings.all();
    findings.keepOnly(all.stream().map(Holding::id).collect(Collectors.toSet()));
    for (var holding : all) {
      if (holding.purpose() == Purpose.TRAINING) {
        for (var benchmark : missing(holding, all)) {
          if (stopping()) {
            return;
          }
          makeUp(holding, benchmark);
        }
      }
    }
  }

  /** As many passes over the holding as the benchmark has tables. */
  private void makeUp(Holding holding, Holding benchmark) {
    if (benchmark.counts().words() <= BenchmarkTable.MOST_SHINGLES) {
      var scan = new Scan(holding.id(), List.of(benchmark), table(List.of(benchmark)));
      holdings.read(holding, scan::read);
      scan.finish();
      return;
    }
    var found = new HashMap<HoldingId, List<Finding>>();
    var items = new ArrayList<BenchmarkItem>();
    var counts = new long[2];
    holdings.read(
        benchmark,
        text -> {
          var item = BenchmarkItem.of(benchmark.id(), text);
          counts[0] += item.tooShort() ? 1 : 0;
          counts[1] += item.shingles().length;
          items.add(item);
          if (counts[1] > BenchmarkTable.MOST_SHINGLES) {
            pass(holding, items, found);
            counts[1] = 0;
          }
        });
    pass(holding, items, found);
    findings.put(benchmark.id(), holding.id(), pair(counts[0], benchmark, found));
  }

  private void pass(
      Holding holding, List<BenchmarkItem> items, Map<HoldingId, List<Finding>> found) {
    var table = new BenchmarkTable(items, boilerplate);
    var scan = new BenchmarkScan(table);
    holdings.read(holding, text -> collect(scan, table, text, found));
    items.clear();
  }
}
