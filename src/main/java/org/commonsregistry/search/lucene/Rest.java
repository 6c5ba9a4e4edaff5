package org.commonsregistry.search.lucene;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does some work whenever nobody has disturbed it for a while. Thread-safe. */
final class Rest implements AutoCloseable {
  private static final long QUIET_SECONDS = 5;

  private final Runnable work;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("search-rest").factory());
  private ScheduledFuture<?> next;

  Rest(Runnable work) {
    this.work = work;
    next = clock.schedule(work, QUIET_SECONDS, TimeUnit.SECONDS);
  }

  synchronized void disturbed() {
    if (!clock.isShutdown()) {
      next.cancel(false);
      next = clock.schedule(work, QUIET_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Work that has begun is not interrupted: that would close its files. */
  @Override
  public synchronized void close() {
    next.cancel(false);
    clock.shutdown();
  }
}
