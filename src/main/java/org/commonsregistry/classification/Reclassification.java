package org.commonsregistry.classification;

import io.micronaut.context.annotation.Context;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.ledger.EntryAppended;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.ruleset.Rulesets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the shown verdicts true when something else than the dataset changes: what it was made
 * from, the ruleset, the date, or the evaluation itself. Readers are never blocked: views show the
 * subjects anew in batches. A run over the whole catalogue is recorded when it is complete.
 */
@Context
public final class Reclassification {
  private static final Logger LOG = LoggerFactory.getLogger(Reclassification.class);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_AT_THE_DATE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_AT_ONCE = 2_000;
  private static final long PROGRESS_MS = 100;
  private static final long AFTER_A_FAILURE_MS = 5_000;
  private static final String RULESETS = "urn:commons:ruleset:";

  private final Ledger ledger;
  private final Projector projector;
  private final StaleVerdicts stale;
  private final Rulesets rulesets;
  private final Classifier classifier;
  private final ClassificationRuns runs;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long head;
  private long seen;
  private boolean stopping;

  /** Whether what an earlier process left has been looked for; only the thread touches it. */
  private boolean begun;

  private volatile int total;

  Reclassification(
      Ledger ledger,
      Projector projector,
      StaleVerdicts stale,
      Rulesets rulesets,
      Classifier classifier,
      ClassificationRuns runs) {
    this.ledger = ledger;
    this.projector = projector;
    this.stale = stale;
    this.rulesets = rulesets;
    this.classifier = classifier;
    this.runs = runs;
    this.thread = Thread.ofPlatform().name("reclassification").daemon().unstarted(this::run);
  }

  /**
   * @param total datasets in the present run, 0 when there is none
   * @param waiting of these, how many are still shown with their old verdict
   */
  @Serdeable
  public record Progress(int total, int waiting) {}

  public Progress progress() {
    var waiting = projector.waiting();
    return new Progress(Math.max(total, waiting), waiting);
  }

  @PostConstruct
  void start() {
    head = ledger.head();
    seen = head;
    thread.start();
  }

  @PreDestroy
  void stop() {
    signal(() -> stopping = true);
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @EventListener
  void onNews(EntryAppended news) {
    signal(() -> head = Math.max(head, news.head()));
  }

  private void run() {
    var lastLooked = LocalDate.MIN;
    while (waitForWork()) {
      try {
        if (!begun) {
          projector.await(seen, PATIENCE);
          whole(stale.missing());
          lineage();
          begun = true;
        }
        follow();
        var today = classifier.today();
        if (!today.equals(lastLooked)) {
          whole(stale.due(today));
          lastLooked = today;
        }
      } catch (RuntimeException e) {
        LOG.error("Verdicts could not be brought up to date; it is tried again.", e);
        pause(AFTER_A_FAILURE_MS);
      }
    }
  }

  /** What new entries change beyond their own subjects. */
  private void follow() {
    while (true) {
      var from = seen;
      var upTo = Math.min(locked(), from + MOST_AT_ONCE);
      if (upTo <= from) {
        return;
      }
      var subjects = ledger.subjects(from, upTo);
      if (!projector.await(upTo, PATIENCE)) {
        return;
      }
      var datasets = new LinkedHashSet<String>();
      for (var subject : subjects) {
        DatasetId.ofIri(subject).ifPresent(id -> datasets.add(subject));
      }
      if (!datasets.isEmpty()) {
        projector.refresh(stale.descendants(datasets));
      }
      if (subjects.stream().anyMatch(subject -> subject.startsWith(RULESETS))) {
        rulesets.current().ifPresent(adopted -> whole(stale.reachedOtherwise(adopted.ruleset())));
      }
      seen = upTo;
    }
  }

  /** What the process before this one had no time to show. */
  private void lineage() {
    var left = new LinkedHashSet<>(stale.overtaken());
    left.addAll(stale.orphaned());
    if (!left.isEmpty()) {
      refreshed(left);
      refreshed(stale.descendants(left));
    }
  }

  /** A run of its own: it is recorded once every view shows it. */
  private void whole(List<String> subjects) {
    if (rulesets.current().isEmpty()) {
      return;
    }
    var all = new LinkedHashSet<>(subjects);
    rulesets.current().ifPresent(adopted -> all.addAll(stale.reachedOtherwise(adopted.ruleset())));
    if (all.isEmpty()) {
      return;
    }
    LOG.info("{} datasets are classified anew.", all.size());
    total = all.size();
    refreshed(all);
    refreshed(stale.descendants(all));
    total = 0;
    runs.record(classifier.today());
  }

  private void refreshed(Collection<String> subjects) {
    projector.refresh(subjects);
    while (projector.waiting() > 0 && !stopping()) {
      pause(PROGRESS_MS);
    }
  }

  private boolean waitForWork() {
    lock.lock();
    try {
      var patience = LOOK_AT_THE_DATE;
      while (begun && !stopping && head <= seen && patience > 0) {
        patience = changed.awaitNanos(patience);
      }
      return !stopping;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void pause(long millis) {
    lock.lock();
    try {
      if (!stopping) {
        changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean stopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  private long locked() {
    lock.lock();
    try {
      return head;
    } finally {
      lock.unlock();
    }
  }

  private void signal(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
