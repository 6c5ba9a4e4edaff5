package org.commonsregistry.classification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.commonsregistry.catalog.DatasetKinds;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetTests;
import org.commonsregistry.ruleset.Rulesets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dry runs that were asked for, one at a time, the last {@value #KEPT} of them kept with their
 * reports until the process ends. The same change over the same ledger number gives the same
 * report, so nothing is lost that could not be asked for again. Thread-safe.
 */
@Singleton
public final class DryRuns {
  static final int KEPT = 20;
  private static final int MOST_WAITING = 4;
  private static final Logger LOG = LoggerFactory.getLogger(DryRuns.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DryRun dryRun;
  private final Rulesets rulesets;
  private final Classifier classifier;
  private final Ledger ledger;
  private final ExecutorService worker;
  private final Map<String, Running> runs = Collections.synchronizedMap(new LinkedHashMap<>());

  DryRuns(DryRun dryRun, Rulesets rulesets, Classifier classifier, Ledger ledger) {
    this.dryRun = dryRun;
    this.rulesets = rulesets;
    this.classifier = classifier;
    this.ledger = ledger;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            java.util.concurrent.TimeUnit.SECONDS,
            new java.util.concurrent.ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("dry-run").daemon().factory());
  }

  private static final class Running {
    final AtomicLong done = new AtomicLong();
    volatile long total;
    volatile @Nullable DryRunReport report;
    volatile @Nullable String failure;
  }

  /**
   * @param id names the changed ruleset and the ledger number
   * @param state {@code running}, {@code done} or {@code failed}
   * @param done datasets judged so far
   * @param total datasets to be judged
   */
  @Serdeable
  public record State(
      String id,
      String state,
      long done,
      long total,
      @Nullable DryRunReport report,
      @Nullable String failure) {}

  /** Begins a dry run of a changed ruleset, or finds the same one begun before. */
  public State begin(Ruleset after) {
    var before =
        rulesets
            .current()
            .map(Rulesets.Adopted::ruleset)
            .orElseThrow(
                () ->
                    ProblemException.unavailable(
                        "No ruleset is in force yet.", java.time.Duration.ofSeconds(5)));
    var sequence = ledger.head();
    var id = after.hash().hex().substring(0, 16) + "-" + sequence;
    synchronized (runs) {
      if (!runs.containsKey(id)) {
        var running = new Running();
        runs.put(id, running);
        if (runs.size() > KEPT) {
          runs.remove(runs.keySet().iterator().next());
        }
        try {
          worker.execute(() -> run(running, before, after, sequence));
        } catch (RejectedExecutionException e) {
          runs.remove(id);
          throw ProblemException.unavailable(
                  "Too many dry runs are waiting.", java.time.Duration.ofSeconds(60))
              .remedy("Ask again when one of them is done.");
        }
      }
    }
    return find(id).orElseThrow();
  }

  public Optional<State> find(String id) {
    return Optional.ofNullable(runs.get(id)).map(running -> state(id, running));
  }

  /** Those kept, newest first. */
  public List<State> all() {
    synchronized (runs) {
      var all = new ArrayList<State>();
      runs.forEach((id, running) -> all.add(state(id, running)));
      return all.reversed();
    }
  }

  private static State state(String id, Running running) {
    var report = running.report;
    var failure = running.failure;
    return new State(
        id,
        report != null ? "done" : failure != null ? "failed" : "running",
        running.done.get(),
        running.total,
        report,
        failure);
  }

  private void run(Running running, Ruleset before, Ruleset after, long sequence) {
    try {
      running.total = ledger.countStanding("urn:commons:dataset:", DatasetKinds.DESCRIBED);
      running.report = report(before, after, sequence, running);
    } catch (RuntimeException e) {
      LOG.error("A dry run failed.", e);
      running.failure = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      running.failure = "The registry was stopped.";
      Thread.currentThread().interrupt();
    }
  }

  private DryRunReport report(Ruleset before, Ruleset after, long sequence, Running running)
      throws InterruptedException {
    var date = classifier.today();
    var seed = after.hash().hex();
    var impact = dryRun.run(before, after, sequence, date, seed, running.done::set);
    var report =
        new DryRunReport(
            side(before),
            side(after),
            sequence,
            date.toString(),
            seed,
            impact.total(),
            impact.moved(),
            impact.matrix(),
            impact.cells(),
            DryRun.breakdowns(impact),
            impact.newConflicts(),
            impact.conflictSamples(),
            impact.newUndetermined(),
            rules(before, after),
            tests(before, after),
            "");
    return report.hashed(hash(report));
  }

  private static DryRunReport.Side side(Ruleset ruleset) {
    return new DryRunReport.Side(ruleset.version(), ruleset.hash().hex(), ruleset.rules().size());
  }

  private static DryRunReport.RuleChanges rules(Ruleset before, Ruleset after) {
    var added = new TreeSet<String>();
    var removed = new TreeSet<String>();
    var changed = new TreeSet<String>();
    for (var rule : before.rules()) {
      after
          .rule(rule.id())
          .ifPresentOrElse(
              now -> {
                if (!now.hash().equals(rule.hash())) {
                  changed.add(rule.id());
                }
              },
              () -> removed.add(rule.id()));
    }
    for (var rule : after.rules()) {
      if (before.rule(rule.id()).isEmpty()) {
        added.add(rule.id());
      }
    }
    return new DryRunReport.RuleChanges(
        List.copyOf(added), List.copyOf(removed), List.copyOf(changed));
  }

  private static DryRunReport.TestChanges tests(Ruleset before, Ruleset after) {
    var had = names(before);
    var has = names(after);
    return new DryRunReport.TestChanges(
        (int) has.stream().filter(test -> !had.contains(test)).count(),
        (int) had.stream().filter(test -> !has.contains(test)).count(),
        failing(RulesetTests.run(after, before.rules())),
        failing(RulesetTests.run(after)));
  }

  private static Set<String> names(Ruleset ruleset) {
    var names = new TreeSet<String>();
    for (var rule : ruleset.rules()) {
      for (var test : rule.tests()) {
        names.add(
            String.join(
                " ",
                rule.id(),
                test.place().code(),
                test.asOf().toString(),
                test.facts().toString(),
                test.status().toString(),
                test.expect()));
      }
    }
    return names;
  }

  /** A rule's id, what the test shows, and what came instead. */
  private static List<String> failing(List<RulesetTests.Tried> tried) {
    return tried.stream()
        .filter(test -> !test.passed())
        .map(
            test ->
                test.rule().id()
                    + ": "
                    + test.test().name().orElse(test.test().facts().toString())
                    + " ("
                    + test.test().expect()
                    + " → "
                    + test.came()
                    + ")")
        .toList();
  }

  private static String hash(DryRunReport report) {
    try {
      return VerdictDocument.sha256(
          VerdictDocument.canonical(
              (com.fasterxml.jackson.databind.node.ObjectNode)
                  JSON.readTree(JSON.writeValueAsString(report))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report made here can be written", e);
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
