package org.commonsregistry.ledger;

import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One view being brought up to date on its own thread. Waits for {@value #FULL_BATCH} pending
 * numbers or {@value #PATIENCE_MS} ms, because an RDF store pays per commit; a failing view is
 * tried again with growing pauses and never skips a number.
 */
final class Projection {
  static final int FULL_BATCH = 1_000;
  static final int LARGEST_BATCH = 5_000;
  static final int PATIENCE_MS = 200;
  private static final long LONGEST_PAUSE_MS = 30_000;
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

  private final Ledger ledger;
  private final View view;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long head;
  private long reached;
  private boolean rebuilding;
  private boolean stopping;
  private @Nullable String failure;

  Projection(Ledger ledger, View view) {
    this.ledger = ledger;
    this.view = view;
    this.thread = Thread.ofPlatform().name("view-" + view.name()).daemon().unstarted(this::run);
  }

  void start() {
    head = ledger.head();
    reached = view.reached();
    if (reached > head) {
      LOG.warn(
          "The {} view is ahead of the ledger ({} > {}); it is rebuilt.",
          view.name(),
          reached,
          head);
      rebuilding = true;
    }
    thread.start();
  }

  void wake(long newHead) {
    signal(() -> head = Math.max(head, newHead));
  }

  void rebuild() {
    signal(
        () -> {
          rebuilding = true;
          reached = 0;
        });
  }

  void stop() {
    signal(() -> stopping = true);
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  long reached() {
    return locked(() -> reached);
  }

  Optional<String> failure() {
    return locked(() -> Optional.ofNullable(failure));
  }

  boolean await(long sequence, Duration patience) {
    var left = patience.toNanos();
    lock.lock();
    try {
      while (reached < sequence || rebuilding) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    var pause = PATIENCE_MS * 1L;
    while (waitForWork()) {
      try {
        step();
        signal(() -> failure = null);
        pause = PATIENCE_MS;
      } catch (RuntimeException e) {
        LOG.error("The {} view stands at {}; next try in {} ms.", view.name(), reached(), pause, e);
        signal(() -> failure = e.toString());
        pauseFor(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private void step() {
    if (locked(() -> rebuilding)) {
      view.clear();
      signal(
          () -> {
            rebuilding = false;
            reached = 0;
          });
      return;
    }
    var from = reached();
    var upTo = Math.min(locked(() -> head), from + LARGEST_BATCH);
    var subjects = ledger.subjects(from, upTo);
    var entries = ledger.standing(subjects, upTo);
    var standing = new HashMap<String, Optional<Entry>>();
    subjects.forEach(s -> standing.put(s, Optional.ofNullable(entries.get(s))));
    view.apply(new View.Change(upTo, standing));
    signal(() -> reached = rebuilding ? reached : upTo);
  }

  /** False when it is time to stop. */
  private boolean waitForWork() {
    lock.lock();
    try {
      while (!stopping && !rebuilding && reached >= head) {
        changed.await();
      }
      var patience = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
      while (!stopping && !rebuilding && head - reached < FULL_BATCH && patience > 0) {
        patience = changed.awaitNanos(patience);
      }
      return !stopping;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void pauseFor(long millis) {
    lock.lock();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!stopping && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  private <T> T locked(java.util.function.Supplier<T> read) {
    lock.lock();
    try {
      return read.get();
    } finally {
      lock.unlock();
    }
  }
}
