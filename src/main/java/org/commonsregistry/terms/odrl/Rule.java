package org.commonsregistry.terms.odrl;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A rule of a policy. What it does not name it does not restrict.
 *
 * @param parties assignees: a party, or a collection that it is in
 * @param targets assets, or collections of them
 * @param constraints all have to be met
 * @param duties of a permission
 */
public record Rule(
    Node node,
    Kind kind,
    Set<Node> actions,
    Set<Node> parties,
    Set<Node> targets,
    List<Constraint> constraints,
    List<Rule> duties) {
  /** What the rule is about. */
  public enum Kind {
    PERMISSION,
    PROHIBITION,
    DUTY
  }
}
