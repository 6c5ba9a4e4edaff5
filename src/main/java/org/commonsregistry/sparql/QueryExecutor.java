package org.commonsregistry.sparql;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.Query;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.RdfStore;

/**
 * Runs queries within their budgets, so many at a time; others wait briefly or are sent to the
 * snapshot. A watchdog ends what takes too long; a place is free again only when its thread really
 * has ended. Thread-safe.
 */
@Singleton
final class QueryExecutor {
  // Deep expressions recurse deeply in Jena; the policy's limit must fit in here with room to
  // spare.
  private static final long STACK = 16L << 20;

  private final RdfStore store;
  private final SparqlSettings settings;
  private final String nodes;
  private final Semaphore places;
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor watchdog;

  QueryExecutor(RdfStore store, SparqlSettings settings, BaseIri base) {
    this.store = store;
    this.settings = settings;
    this.nodes = base.resolve("nodes/");
    this.places = new Semaphore(settings.concurrent(), true);
    // Platform threads: a query computes, and on a virtual thread it would keep a carrier from
    // everybody else.
    this.workers =
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(null, work, "sparql", STACK);
              thread.setDaemon(true);
              return thread;
            });
    this.watchdog =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sparql-watchdog").factory());
    watchdog.setRemoveOnCancelPolicy(true);
  }

  /**
   * Blocks until the answer is complete, or so long that it must be streamed; or throws the
   * problem.
   */
  Answer run(Query query, ResultFormat format, ClientWatch client) throws InterruptedException {
    takePlace();
    var run = new QueryRun(query, format, store, settings, nodes);
    start(run, client);
    try {
      return switch (run.pipe().await()) {
        case COMPLETE -> new Answer.Whole(run.pipe().bytes());
        case OVERFLOWING ->
            new Answer.Streamed(run.pipe().stream(() -> run.end(Ending.CLIENT_GONE)));
      };
    } catch (QueryEndedException e) {
      throw problem(e);
    }
  }

  /** Why a query was ended, for the one who asked. */
  ProblemException problem(QueryEndedException ended) {
    return ended.ending().problem(budget());
  }

  /** Queries running now. */
  int running() {
    return settings.concurrent() - places.availablePermits();
  }

  private void start(QueryRun run, ClientWatch client) {
    var first =
        watchdog.schedule(
            () -> {
              if (!run.found()) {
                run.end(Ending.NO_FIRST_RESULT);
              }
            },
            settings.firstResult().toMillis(),
            TimeUnit.MILLISECONDS);
    var total =
        watchdog.schedule(
            () -> run.end(Ending.TOO_LONG), settings.total().toMillis(), TimeUnit.MILLISECONDS);
    var gone = client.onGone(() -> run.end(Ending.CLIENT_GONE));
    workers.execute(
        () -> {
          try {
            run.run();
          } finally {
            places.release();
            first.cancel(false);
            total.cancel(false);
            gone.run();
          }
        });
  }

  private void takePlace() throws InterruptedException {
    if (places.tryAcquire()) {
      return;
    }
    var queued = waiting.incrementAndGet();
    try {
      if (queued > settings.queue()
          || !places.tryAcquire(settings.queueWait().toMillis(), TimeUnit.MILLISECONDS)) {
        throw ProblemException.unavailable(
                "Too many queries are running at once.", Duration.ofSeconds(10))
            .kind("too-many-queries", "Too many queries")
            .expected("at most " + settings.concurrent() + " queries at a time")
            .remedy("Come back later, or run the query at home on the snapshot at /snapshots.")
            .header("Link", "</snapshots>; rel=\"alternate\"");
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  private String budget() {
    return "first result within %d s, all within %d s, %d rows, %d bytes, %d characters a literal"
        .formatted(
            settings.firstResult().toSeconds(),
            settings.total().toSeconds(),
            settings.resultRows(),
            settings.resultBytes(),
            settings.literalCharacters());
  }

  @PreDestroy
  void close() {
    watchdog.shutdownNow();
    workers.shutdown();
  }
}
