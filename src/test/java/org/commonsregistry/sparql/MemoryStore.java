package org.commonsregistry.sparql;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.rdf.RdfStore;

/**
 * A store in memory whose dataset a test can exchange. Its default graph is a graph of its own, as
 * the W3C's tests want.
 */
final class MemoryStore implements RdfStore {
  private final AtomicLong version = new AtomicLong(1);
  private volatile DatasetGraph graph = DatasetGraphFactory.createTxnMem();

  void hold(DatasetGraph other) {
    graph = other;
    version.incrementAndGet();
  }

  @Override
  public <T> T read(Function<RDFConnection, T> work) {
    var dataset = DatasetFactory.wrap(graph);
    dataset.begin(ReadWrite.READ);
    try (var connection = RDFConnection.connect(dataset)) {
      return work.apply(connection);
    } finally {
      dataset.end();
    }
  }

  /** The registry's own views write here too; a test wants to see its own data only. */
  @Override
  public void replace(Collection<Node> dropped, Collection<Quad> added) {}

  @Override
  public void clear() {}

  @Override
  public long version() {
    return version.get();
  }
}
