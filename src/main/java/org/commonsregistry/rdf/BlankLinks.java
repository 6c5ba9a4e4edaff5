package org.commonsregistry.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The quads that mention blank nodes, with the blank nodes numbered in reading order and everything
 * else in canonical form. Immutable after construction.
 */
final class BlankLinks {
  private final List<Node> nodes = new ArrayList<>();
  private final List<List<Link>> byNode = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();

  /**
   * A place in a quad.
   *
   * @param blank number of a blank node, -1 for anything else
   * @param text canonical form of anything else
   */
  record Place(int blank, String text) {}

  /** A quad. */
  record Link(Place subject, String predicate, Place object, Place graph) {}

  BlankLinks(Collection<Quad> quads) {
    for (var quad : quads) {
      var graph = quad.getGraph();
      if (quad.getSubject().isBlank()
          || quad.getObject().isBlank()
          || graph != null && graph.isBlank()) {
        add(quad);
      }
    }
  }

  private void add(Quad quad) {
    var link =
        new Link(
            place(quad.getSubject()),
            text(quad.getPredicate()),
            place(quad.getObject()),
            quad.isDefaultGraph() ? new Place(-1, "") : place(quad.getGraph()));
    var touched = new int[] {link.subject.blank, link.object.blank, link.graph.blank};
    for (var i = 0; i < touched.length; i++) {
      var repeated = i > 0 && touched[i] == touched[0] || i > 1 && touched[i] == touched[1];
      if (touched[i] >= 0 && !repeated) {
        byNode.get(touched[i]).add(link);
      }
    }
  }

  private Place place(Node node) {
    if (!node.isBlank()) {
      return new Place(-1, text(node));
    }
    var number = numbers.get(node);
    if (number == null) {
      number = nodes.size();
      numbers.put(node, number);
      nodes.add(node);
      byNode.add(new ArrayList<>());
    }
    return new Place(number, "");
  }

  private static String text(Node node) {
    var out = new StringBuilder();
    CanonicalTerm.append(out, node);
    return out.toString();
  }

  /** In reading order. */
  List<Node> nodes() {
    return nodes;
  }

  /** Every quad that mentions a blank node, once. */
  List<Link> of(int node) {
    return byNode.get(node);
  }
}
