package org.commonsregistry.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.commonsregistry.benchmark.Table;
import org.commonsregistry.ruleset.Reading;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetReader;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.ruleset.Source;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

/**
 * A dry run over a million generated datasets, without the ledger they would lie in: gathered,
 * judged under both rulesets and counted as {@link DryRun} does, page by page in two threads.
 */
class DryRunBenchmark {
  private static final int DATASETS = Integer.getInteger("benchmark.datasets", 1_000_000);
  private static final int THREADS = 2;
  private static final int PAGE = 500;
  private static final LocalDate DATE = LocalDate.parse("2026-11-25");

  @Test
  void measuresAMillionDatasets() throws Exception {
    var before = Rulesets.founding();
    var after = changed(before);
    try (var registry = TestRegistry.empty()) {
      var dryRun = registry.context().getBean(DryRun.class);
      run(dryRun, before, after, 40_000);
      var system =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      var cpu = system.getProcessCpuTime();
      var started = System.nanoTime();
      var impact = run(dryRun, before, after, DATASETS);
      var seconds = (System.nanoTime() - started) / 1e9;
      var spent = (system.getProcessCpuTime() - cpu) / 1e9;
      var peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e9;
      assertThat(impact.total()).isEqualTo(DATASETS);
      assertThat(impact.moved()).isPositive();
      var table = new Table();
      table.atMost(
          Table.number("dry run over %,d datasets, %d threads", DATASETS, THREADS),
          Table.number("%.1f s (CPU %.1f s); %,d move", seconds, spent, impact.moved()),
          "60 s",
          seconds,
          60);
      table.atMost(
          "the same, heap at its fullest (limit "
              + Runtime.getRuntime().maxMemory() / 1_000_000
              + " MB)",
          Table.number("%.2f GB", peak),
          "3 GB",
          peak,
          3);
      table.publish("dry-run");
    }
  }

  private static java.util.List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static Impact run(DryRun dryRun, Ruleset before, Ruleset after, int count)
      throws Exception {
    var impact = new Impact("seed");
    try (var workers = Executors.newFixedThreadPool(THREADS)) {
      for (var from = 0; from < count; from += THREADS * PAGE) {
        var pages = new ArrayList<Callable<Impact>>();
        for (var thread = 0; thread < THREADS; thread++) {
          var first = from + thread * PAGE;
          pages.add(() -> page(dryRun, before, after, first, Math.min(first + PAGE, count)));
        }
        for (var page : workers.invokeAll(pages)) {
          impact.add(page.get());
        }
      }
    }
    return impact;
  }

  private static Impact page(DryRun dryRun, Ruleset before, Ruleset after, int from, int until) {
    var impact = new Impact("seed");
    for (var number = from; number < until; number++) {
      impact.add(dryRun.item(GeneratedDatasets.of(number), before, after, 1, DATE));
    }
    return impact;
  }

  /** Training reserved on an open licence would change nothing. */
  private static Ruleset changed(Ruleset ruleset) {
    var files =
        ruleset.files().stream()
            .map(
                file ->
                    new Source(
                        file.path(),
                        file.text()
                            .replace(
                                "then: {zone: use-restricted, conditions: [no-training]}",
                                "then: {zone: commons}")))
            .toList();
    return switch (RulesetReader.read(files)) {
      case Reading.Accepted(var changed) -> {
        assertThat(changed.hash()).isNotEqualTo(ruleset.hash());
        yield changed;
      }
      case Reading.Refused(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
