package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Full judgements with the founding ruleset in memory: status, zone, reasons, missing facts and
 * next change. Items mix the facts of two examples of the rules, so they know far more than usual.
 */
class RulesetBenchmark {
  private static final int ITEMS = 5_000;
  private static final int ROUNDS = 40;
  private static final LocalDate DAY = LocalDate.parse("2026-11-25");
  private static final List<Place> PLACES =
      List.of(new Place("US"), new Place("DE"), new Place("GB"), Place.ANYWHERE);

  /** Per second of processor time, so that neighbours on the machine do not count. */
  @Test
  void judgesFiftyThousandItemsPerSecondOnEachCore() throws Exception {
    var items = items();
    run(items);
    run(items);
    var figures = new ArrayList<Double>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var one :
          threads.invokeAll(List.<Callable<Double>>of(() -> run(items), () -> run(items)))) {
        figures.add(one.get());
      }
    }
    System.out.printf(
        "| %d rules, judgements per processor second and core | %.0f |%n",
        Founding.ruleset().rules().size(),
        figures.stream().mapToDouble(f -> f).average().orElse(0));
    assertThat(figures).allMatch(figure -> figure > 50_000);
  }

  private static List<Facts> items() {
    var random = new Random(1);
    var examples =
        Founding.ruleset().rules().stream()
            .flatMap(rule -> rule.tests().stream())
            .map(RuleTest::facts)
            .toList();
    var items = new ArrayList<Facts>();
    for (var i = 0; i < ITEMS; i++) {
      var facts = examples.get(random.nextInt(examples.size()));
      for (var more : examples.get(random.nextInt(examples.size())).all().entrySet()) {
        facts = facts.with(more.getKey(), more.getValue());
      }
      items.add(facts);
    }
    return items;
  }

  private static double run(List<Facts> items) {
    var threads = ManagementFactory.getThreadMXBean();
    var started = threads.getCurrentThreadCpuTime();
    var fired = 0L;
    for (var round = 0; round < ROUNDS; round++) {
      for (var i = 0; i < items.size(); i++) {
        var place = PLACES.get((i + round) % PLACES.size());
        fired += Founding.ruleset().judge(items.get(i), place, DAY, "urn:x:y").fired().size();
      }
    }
    assertThat(fired).isPositive();
    return (double) ROUNDS * items.size() * 1e9 / (threads.getCurrentThreadCpuTime() - started);
  }
}
