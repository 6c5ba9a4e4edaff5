package org.commonsregistry.terms.odrl;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** A condition in a policy. */
public sealed interface Constraint {
  /** How the parts of a logical constraint go together. */
  enum Junction {
    AND,
    OR,
    XONE
  }

  Node node();

  /**
   * @param right one or several values
   */
  record Comparison(Node node, Node left, Node operator, Set<Node> right) implements Constraint {}

  record Logical(Node node, Junction junction, List<Constraint> parts) implements Constraint {}

  /** Outside of the subset: nobody can tell whether it is met. */
  record Unread(Node node) implements Constraint {}
}
