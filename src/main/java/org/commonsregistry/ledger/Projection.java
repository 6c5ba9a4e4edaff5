package org.commonsregistry.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.commonsregistry.home.FreeSpace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One view being brought up to date on its own thread. Waits for {@value #FULL_BATCH} pending
 * numbers or {@value #PATIENCE_MS} ms, because an RDF store pays per commit. A failing view is
 * tried again in ever smaller batches; when only one entry is left in the batch and the view takes
 * everything else, that entry is skipped, logged and told by {@link #skipped}. A view whose store
 * fails is tried again with growing pauses for ever.
 */
final class Projection {
  static final int FULL_BATCH = 1_000;
  static final int LARGEST_BATCH = 5_000;
  static final int PATIENCE_MS = 200;
  static final long LARGEST_BATCH_BYTES = 16 << 20;
  private static final long LONGEST_PAUSE_MS = 30_000;
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

  private final Ledger ledger;
  private final View view;
  private final FreeSpace space;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long head;
  private long reached;
  private boolean rebuilding;
  private boolean stopping;
  private @Nullable String failure;
  private int batch = LARGEST_BATCH;
  private final Map<String, String> skipped = new TreeMap<>();
  private final Set<String> stale = new LinkedHashSet<>();

  Projection(Ledger ledger, View view, FreeSpace space) {
    this.ledger = ledger;
    this.view = view;
    this.space = space;
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

  /**
   * Shows subjects anew although no entry of theirs is, because something they depend on changed.
   */
  void refresh(Collection<String> subjects) {
    signal(() -> stale.addAll(subjects));
  }

  /** How many subjects wait to be shown anew. */
  int waiting() {
    return locked(stale::size);
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

  /** What of the ledger this view cannot show, by subject, with the reason. */
  Map<String, String> skipped() {
    return locked(() -> new TreeMap<>(skipped));
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
      } catch (RuntimeException | Error e) { // a thread that dies would block the view for ever
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
            skipped.clear();
            stale.clear();
          });
      return;
    }
    space.require();
    if (locked(() -> reached >= head)) {
      showAnew();
      return;
    }
    var from = reached();
    var upTo =
        ledger.batchEnd(from, Math.min(locked(() -> head), from + batch), LARGEST_BATCH_BYTES);
    var standing = standing(from, upTo);
    try {
      view.apply(new View.Change(upTo, standing));
      batch = Math.min(batch * 2, LARGEST_BATCH);
      signal(() -> standing.keySet().forEach(skipped::remove));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (upTo > from + 1) {
        LOG.warn("The {} view failed at {} to {}: {}", view.name(), from + 1, upTo, e.toString());
        batch = (int) (upTo - from) / 2;
        return;
      }
      skip(from, standing, e);
    }
    signal(() -> reached = rebuilding ? reached : upTo);
  }

  private void showAnew() {
    var some = locked(() -> stale.stream().limit(FULL_BATCH).toList());
    var at = reached();
    try {
      view.apply(new View.Change(at, standing(some, at)));
    } catch (RuntimeException | StackOverflowError e) {
      view.apply(new View.Change(at, Map.of())); // throws when it is the store that fails
      some.forEach(subject -> showAnewAlone(subject, at));
    }
    signal(() -> some.forEach(stale::remove));
  }

  private void showAnewAlone(String subject, long at) {
    try {
      view.apply(new View.Change(at, standing(Set.of(subject), at)));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("The {} view cannot show {} anew.", view.name(), subject, e);
      signal(() -> skipped.put(subject, "shown anew at " + at + ": " + e.getMessage()));
    }
  }

  private Map<String, Optional<Entry>> standing(long from, long upTo) {
    return standing(ledger.subjects(from, upTo), upTo);
  }

  private Map<String, Optional<Entry>> standing(Collection<String> subjects, long upTo) {
    var entries = ledger.standing(subjects, upTo);
    var standing = new HashMap<String, Optional<Entry>>();
    subjects.forEach(s -> standing.put(s, Optional.ofNullable(entries.get(s))));
    return standing;
  }

  /** Goes on without one entry, but only if the view's store is well. */
  private void skip(long from, Map<String, Optional<Entry>> standing, Throwable why) {
    view.apply(new View.Change(from, Map.of()));
    LOG.error("The {} view cannot show entry {} and goes on without.", view.name(), from + 1, why);
    var without = new HashMap<String, Optional<Entry>>();
    standing.keySet().forEach(subject -> without.put(subject, Optional.empty()));
    view.apply(new View.Change(from + 1, without));
    signal(
        () ->
            standing
                .keySet()
                .forEach(s -> skipped.put(s, "entry " + (from + 1) + ": " + why.getMessage())));
  }

  /** False when it is time to stop. */
  private boolean waitForWork() {
    lock.lock();
    try {
      while (!stopping && !rebuilding && reached >= head && stale.isEmpty()) {
        changed.await();
      }
      var patience = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
      var usual = batch == LARGEST_BATCH; // else it is looking for what it cannot take
      while (usual
          && !stopping
          && !rebuilding
          && reached < head
          && head - reached < FULL_BATCH
          && patience > 0) {
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
