package org.commonsregistry.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Names blank nodes by what is said about them, so that reading the same file twice gives the same
 * IRIs whatever order and labels it came with, and a change to one group of connected blank nodes
 * leaves the names of all others as they were. Distinct nodes stay distinct.
 */
public final class Skolem {
  private static final int SHOWN = 16;

  private Skolem() {}

  /**
   * @param prefix what the new IRIs begin with, e.g. {@code urn:commons:node:wikidata:}
   */
  public static List<Quad> name(Collection<Quad> quads, String prefix) {
    var links = new BlankLinks(quads);
    if (links.nodes().isEmpty()) {
      return List.copyOf(quads);
    }
    var colours = new BlankColours(links).settled();
    var names = new HashMap<Node, Node>();
    var used = new HashSet<String>();
    for (var i = 0; i < colours.size(); i++) {
      var colour = colours.get(i);
      var name = colour.hash().substring(0, SHOWN) + colour.suffix();
      for (var times = 2; !used.add(name); times++) {
        name = colour.hash().substring(0, SHOWN) + colour.suffix() + "-again-" + times;
      }
      names.put(links.nodes().get(i), NodeFactory.createURI(prefix + name));
    }
    return renamed(quads, names);
  }

  private static List<Quad> renamed(Collection<Quad> quads, Map<Node, Node> names) {
    var renamed = new ArrayList<Quad>(quads.size());
    for (var quad : quads) {
      renamed.add(
          Quad.create(
              names.getOrDefault(quad.getGraph(), quad.getGraph()),
              names.getOrDefault(quad.getSubject(), quad.getSubject()),
              quad.getPredicate(),
              names.getOrDefault(quad.getObject(), quad.getObject())));
    }
    return renamed;
  }
}
