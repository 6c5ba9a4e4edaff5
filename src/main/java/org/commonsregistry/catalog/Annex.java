package org.commonsregistry.catalog;

import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * What a feature above the catalogue knows of a dataset and shows with it: a named graph {@code
 * urn:commons:<kind>:<slug>} in the RDF view, and the same statements in every serialisation of the
 * standing version. When it changes without the dataset, {@link
 * org.commonsregistry.ledger.Projector#refresh} shows it anew. Implementations are thread-safe.
 */
public interface Annex {

  /** In the graph's name, e.g. {@code verdict}. */
  String kind();

  /**
   * The statements, with the ledger's host-independent names and no blank nodes; empty when there
   * is nothing to say.
   *
   * @param sequence ledger number of the dataset's standing version
   */
  List<Triple> of(Dataset dataset, long sequence);

  default String graph(DatasetId id) {
    return "urn:commons:" + kind() + ":" + id.slug();
  }
}
