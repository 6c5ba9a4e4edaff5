package org.commonsregistry.rdf;

import java.util.Collection;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.core.Quad;

/**
 * The store that holds the RDF view. Every named graph belongs to one statement set, category
 * scheme or catalogue record; queries see the union of all named graphs as the default graph. Safe
 * for concurrent use.
 */
public interface RdfStore {

  /** Runs a read transaction: one consistent state from begin to end. */
  <T> T read(Function<RDFConnection, T> work);

  /**
   * Drops whole named graphs, then adds quads, in one transaction; an exception leaves the store as
   * it was.
   */
  void replace(Collection<Node> dropped, Collection<Quad> added);

  /**
   * Throws everything away and goes on with an empty store; readers that have begun finish on the
   * old one.
   */
  void clear();

  /** A number that changes with every committed write; good for an entity tag. */
  long version();
}
