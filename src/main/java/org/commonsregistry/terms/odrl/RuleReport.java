package org.commonsregistry.terms.odrl;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * What became of a rule.
 *
 * @param active unknown when that depends on something nobody told
 * @param premises what it rests on
 */
public record RuleReport(Rule rule, Satisfaction active, List<Premise> premises) {
  /** What a premise is about. */
  public enum About {
    TARGET,
    PARTY,
    ACTION,
    CONSTRAINT
  }

  /**
   * @param node the constraint, or the rule
   */
  public record Premise(About about, Node node, Satisfaction satisfaction) {}
}
