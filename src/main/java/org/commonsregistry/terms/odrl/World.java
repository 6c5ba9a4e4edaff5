package org.commonsregistry.terms.odrl;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What is known when an attempt is judged.
 *
 * @param facts values by left operand; an operand that is missing is not known
 * @param memberOf the collections of parties and assets
 * @param violated duties that are known not to have been met
 */
public record World(Map<Node, Set<Node>> facts, Map<Node, Set<Node>> memberOf, Set<Node> violated) {
  boolean isIn(Node member, Node collection) {
    var seen = new HashSet<Node>();
    var open = new ArrayDeque<Node>();
    open.add(member);
    while (!open.isEmpty()) {
      var next = open.poll();
      if (next.equals(collection)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(memberOf.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }
}
