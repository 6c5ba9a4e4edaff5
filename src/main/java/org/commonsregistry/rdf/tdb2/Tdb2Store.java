package org.commonsregistry.rdf.tdb2;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.commonsregistry.home.Home;
import org.commonsregistry.rdf.RdfStore;

/**
 * TDB2 in {@code <home>/rdf/<generation>}. Clearing starts the next generation and deletes the old
 * one when its last reader has gone, because TDB2 files never shrink. Thread-safe.
 */
@Singleton
final class Tdb2Store implements RdfStore {
  private final Path folder;
  private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();
  private final AtomicLong version = new AtomicLong(System.nanoTime());
  private DatasetGraph graph;

  Tdb2Store(Home home) {
    folder = home.folder("rdf");
    graph = open(generation());
  }

  @Override
  public <T> T read(Function<RDFConnection, T> work) {
    swap.readLock().lock();
    try {
      var dataset = DatasetFactory.wrap(graph);
      dataset.begin(ReadWrite.READ);
      try (var connection = RDFConnection.connect(dataset)) {
        return work.apply(connection);
      } finally {
        dataset.end();
      }
    } finally {
      swap.readLock().unlock();
    }
  }

  @Override
  public void replace(Collection<Node> dropped, Collection<Quad> added) {
    swap.readLock().lock();
    try {
      graph.begin(ReadWrite.WRITE);
      try {
        dropped.forEach(name -> graph.deleteAny(name, Node.ANY, Node.ANY, Node.ANY));
        added.forEach(graph::add);
        graph.commit();
      } finally {
        graph.end();
      }
      version.incrementAndGet();
    } finally {
      swap.readLock().unlock();
    }
  }

  @Override
  public void clear() {
    swap.writeLock().lock();
    try {
      var old = generation();
      close();
      graph = open(old + 1);
      pointTo(old + 1);
      delete(folder.resolve(Long.toString(old)));
      version.incrementAndGet();
    } finally {
      swap.writeLock().unlock();
    }
  }

  @Override
  public long version() {
    return version.get();
  }

  @PreDestroy
  void close() {
    TDBInternal.expel(graph, true);
  }

  private DatasetGraph open(long generation) {
    var opened =
        DatabaseMgr.connectDatasetGraph(folder.resolve(Long.toString(generation)).toString());
    opened.getContext().setTrue(TDB2.symUnionDefaultGraph);
    return opened;
  }

  private long generation() {
    var pointer = folder.resolve("generation");
    try {
      return Files.exists(pointer) ? Long.parseLong(Files.readString(pointer).strip()) : 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pointTo(long generation) {
    var pointer = folder.resolve("generation");
    var part = folder.resolve("generation.part");
    try {
      Files.writeString(part, Long.toString(generation));
      Files.move(
          part, pointer, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path tree) {
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The old RDF store in " + tree + " could not be deleted; delete it by hand.", e);
    }
  }
}
