package org.commonsregistry.catalog.export;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of Hydra (https://www.hydra-cg.com/spec/latest/core/) by which lists are turned over. */
final class Hydra {
  private static final String NAMESPACE = "http://www.w3.org/ns/hydra/core#";

  private Hydra() {}

  static Node term(String name) {
    return NodeFactory.createURI(NAMESPACE + name);
  }
}
