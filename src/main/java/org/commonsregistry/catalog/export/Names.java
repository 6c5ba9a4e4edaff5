package org.commonsregistry.catalog.export;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.rdf.BaseIri;

/** The public names of a dataset and of what hangs on it. Immutable. */
record Names(BaseIri base, DatasetId id) {
  private static final String OURS = "urn:commons:";

  Node self() {
    return dataset(id);
  }

  Node dataset(DatasetId other) {
    return base.toPublic(NodeFactory.createURI(other.iri()));
  }

  Node record() {
    return NodeFactory.createURI(base.resolve("records/" + id.slug()));
  }

  Node set(String key) {
    return NodeFactory.createURI(base.resolve("statements/" + id.slug() + "/" + key));
  }

  /**
   * A node of the statements under its public name; a literal or somebody else's IRI gets a name of
   * its own here.
   */
  Node node(Node stated, String kind, int number) {
    return stated.isURI() && stated.getURI().startsWith(OURS)
        ? base.toPublic(stated)
        : own(kind + "-" + number);
  }

  Node own(String fragment) {
    return NodeFactory.createURI(self().getURI() + "#" + fragment);
  }
}
