package org.commonsregistry.rdf.tdb2;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.home.Home;
import org.commonsregistry.rdf.RdfStore;

/**
 * TDB2 in {@code <home>/rdf/<generation>}. Clearing starts the next generation and deletes the old
 * one when its last reader has gone, because TDB2 files never shrink. Thread-safe.
 */
@Singleton
final class Tdb2Store implements RdfStore {
  private final Path folder;
  private final AtomicLong version = new AtomicLong(System.nanoTime());
  private volatile Generation current;

  Tdb2Store(Home home) {
    folder = home.folder("rdf");
    var number = pointed();
    deleteAllBut(number);
    current = new Generation(number, folder.resolve(Long.toString(number)));
  }

  @Override
  public <T> T read(Function<RDFConnection, T> work) {
    var generation = entered();
    try {
      var dataset = DatasetFactory.wrap(generation.graph());
      dataset.begin(ReadWrite.READ);
      try (var connection = RDFConnection.connect(dataset)) {
        return work.apply(connection);
      } finally {
        dataset.end();
      }
    } finally {
      generation.leave();
    }
  }

  @Override
  public void replace(Collection<Node> dropped, Collection<Quad> added) {
    var generation = entered();
    try {
      var graph = generation.graph();
      graph.begin(ReadWrite.WRITE);
      try {
        dropped.forEach(name -> graph.deleteAny(name, Node.ANY, Node.ANY, Node.ANY));
        added.forEach(graph::add);
        graph.commit();
      } catch (RuntimeException | Error e) {
        graph.abort(); // or end() would hide the reason behind one of its own
        throw e;
      } finally {
        graph.end();
      }
      version.incrementAndGet();
    } finally {
      generation.leave();
    }
  }

  @Override
  public synchronized void clear() {
    var old = current;
    var next = old.number() + 1;
    var place = folder.resolve(Long.toString(next));
    Generation.delete(place); // left by a process that ended before it pointed to it
    var fresh = new Generation(next, place);
    pointTo(next);
    current = fresh;
    version.incrementAndGet();
    old.retire();
  }

  @Override
  public long version() {
    return version.get();
  }

  @PreDestroy
  void close() {
    current.close();
  }

  private Generation entered() {
    while (true) {
      var generation = current;
      if (generation.enter()) {
        return generation;
      }
    }
  }

  private long pointed() {
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

  private void deleteAllBut(long number) {
    try (var folders = Files.list(folder)) {
      folders
          .filter(Files::isDirectory)
          .filter(other -> !String.valueOf(other.getFileName()).equals(Long.toString(number)))
          .toList()
          .forEach(Generation::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
