package org.commonsregistry.rdf.tdb2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TDB2 folder with the users it has at the moment. A retired one is closed and deleted when its
 * last user has gone. Thread-safe.
 */
final class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

  private final long number;
  private final Path folder;
  private final DatasetGraph graph;
  private int users;
  private boolean retired;

  Generation(long number, Path folder) {
    this.number = number;
    this.folder = folder;
    graph = DatabaseMgr.connectDatasetGraph(folder.toString());
    graph.getContext().setTrue(TDB2.symUnionDefaultGraph);
  }

  long number() {
    return number;
  }

  DatasetGraph graph() {
    return graph;
  }

  /** False when it is too late to begin: there is a newer one. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    users++;
    return true;
  }

  synchronized void leave() {
    users--;
    if (retired && users == 0) {
      remove();
    }
  }

  synchronized void retire() {
    retired = true;
    if (users == 0) {
      remove();
    }
  }

  void close() {
    TDBInternal.expel(graph, true);
  }

  private void remove() {
    close();
    delete(folder);
  }

  /** What cannot be deleted is only space; it must not stop anybody. */
  static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The old RDF store in {} could not be deleted: {}", tree, e.toString());
    }
  }
}
