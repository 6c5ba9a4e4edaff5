package org.commonsregistry.sparql;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.exec.RowSet;
import org.commonsregistry.rdf.RdfStore;
import org.jspecify.annotations.Nullable;

/**
 * One execution: runs on a thread of its own, inside one read transaction, and writes into its
 * pipe. Can be ended from any thread at any time; the other end of the pipe learns it at once, even
 * while an operator does not listen.
 */
final class QueryRun implements Runnable {
  private final Query query;
  private final ResultFormat format;
  private final RdfStore store;
  private final SparqlSettings settings;
  private final String nodes;
  private final ResultPipe pipe;
  private final AtomicReference<@Nullable Ending> ended = new AtomicReference<>();
  private final AtomicBoolean found = new AtomicBoolean();
  private volatile @Nullable QueryExecution execution;

  /**
   * @param nodes what the IRIs of skolemised blank nodes begin with
   */
  QueryRun(
      Query query, ResultFormat format, RdfStore store, SparqlSettings settings, String nodes) {
    this.query = query;
    this.format = format;
    this.store = store;
    this.settings = settings;
    this.nodes = nodes;
    this.pipe = new ResultPipe(settings.bufferBytes(), settings.resultBytes(), settings.stall());
  }

  ResultPipe pipe() {
    return pipe;
  }

  /** Whether a first result, or that there is none, is known. */
  boolean found() {
    return found.get();
  }

  /** Ends the run; what it has is thrown away. The first reason counts. */
  void end(Ending reason) {
    ended.compareAndSet(null, reason);
    pipe.fail(new QueryEndedException(reason));
    var running = execution;
    if (running != null) {
      running.abort();
    }
  }

  /** Throws if the run was ended; long loops outside Jena call it. */
  void goOn() {
    var reason = ended.get();
    if (reason != null) {
      throw new QueryEndedException(reason);
    }
  }

  @Override
  public void run() {
    try {
      Cancellation.within(
          this::goOn,
          () -> {
            store.read(
                connection -> {
                  execute(connection);
                  return true;
                });
          });
      pipe.complete();
    } catch (OutOfMemoryError e) {
      pipe.fail(new QueryEndedException(Ending.OUT_OF_MEMORY));
    } catch (Throwable e) {
      // Nothing is swallowed: the reading end throws it to the request, which logs or answers it.
      pipe.fail(cause(e));
    }
  }

  private Throwable cause(Throwable thrown) {
    var reason = ended.get();
    if (reason != null) {
      return new QueryEndedException(reason);
    }
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof QueryEndedException known) {
        return known;
      }
      if (cause instanceof QueryCancelledException) {
        return new QueryEndedException(Ending.TOO_LONG);
      }
    }
    return thrown;
  }

  private void execute(RDFConnection connection) {
    try (var running =
        connection
            .newQuery()
            .query(query)
            .set(
                BoundedDescribe.BUDGET,
                new BoundedDescribe.Budget(this::goOn, nodes, settings.graphTriples()))
            .build()) {
      execution = running;
      goOn();
      write(running, new ResultWriter(format, pipe));
    } finally {
      execution = null;
    }
  }

  private void write(QueryExecution running, ResultWriter writer) {
    switch (query.queryType()) {
      case SELECT -> writer.rows(new CountedRows(RowSet.adapt(running.execSelect()), this));
      case ASK -> writer.verdict(running.execAsk());
      case CONSTRUCT -> writer.graph(query, counted(running.execConstructTriples()), graphLimit());
      case DESCRIBE -> writer.graph(query, counted(running.execDescribeTriples()), graphLimit());
      default ->
          throw new IllegalStateException("the policy lets no " + query.queryType() + " pass");
    }
  }

  private long graphLimit() {
    return format.streams() ? settings.resultRows() : settings.graphTriples();
  }

  private Iterator<Triple> counted(Iterator<Triple> triples) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        var more = triples.hasNext();
        found.set(true);
        return more;
      }

      @Override
      public Triple next() {
        return triples.next();
      }
    };
  }

  /** Called for every row that is about to be written. */
  void row(long number) {
    found.set(true);
    if (number > settings.resultRows()) {
      throw new QueryEndedException(Ending.TOO_MANY_ROWS);
    }
  }
}
