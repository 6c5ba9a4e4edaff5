package org.commonsregistry.terms.odrl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.commonsregistry.terms.odrl.Constraint.Junction;

/** Reads a policy out of a graph, within bounds. Not thread-safe. */
public final class PolicyReader {
  private static final int MOST_RULES = 1_000;
  private static final int DEEPEST = 10;

  private final Graph graph;

  public PolicyReader(Graph graph) {
    this.graph = graph;
  }

  /** Empty when the node has no rule, or more of them than can be looked at. */
  public Optional<Policy> read(Node policy) {
    var rules = new ArrayList<Rule>();
    rules(policy, "permission", Rule.Kind.PERMISSION, rules);
    rules(policy, "prohibition", Rule.Kind.PROHIBITION, rules);
    if (rules.isEmpty() || rules.size() > MOST_RULES) {
      return Optional.empty();
    }
    var prevail = objects(policy, Odrl.name("conflict")).contains(Odrl.name("perm"));
    return Optional.of(new Policy(policy, prevail, List.copyOf(rules), graph));
  }

  private void rules(Node from, String property, Rule.Kind kind, List<Rule> into) {
    for (var rule : objects(from, Odrl.name(property))) {
      if (into.size() <= MOST_RULES) {
        into.add(rule(rule, kind));
      }
    }
  }

  private Rule rule(Node node, Rule.Kind kind) {
    var constraints = new ArrayList<Constraint>();
    var actions = new HashSet<Node>();
    for (var action : objects(node, Odrl.name("action"))) {
      actions.addAll(orSelf(action, RDF_VALUE));
      refinements(action, constraints);
    }
    var parties = new HashSet<Node>();
    for (var party : objects(node, Odrl.name("assignee"))) {
      if (!refinements(party, constraints)) {
        parties.add(party);
      }
    }
    for (var target : objects(node, Odrl.name("target"))) {
      refinements(target, constraints);
    }
    for (var constraint : objects(node, Odrl.name("constraint"))) {
      constraints.add(constraint(constraint, 0));
    }
    var duties = new ArrayList<Rule>();
    if (kind == Rule.Kind.PERMISSION) {
      rules(node, "duty", Rule.Kind.DUTY, duties);
    }
    return new Rule(
        node, kind, actions, parties, objects(node, Odrl.name("target")), constraints, duties);
  }

  private boolean refinements(Node of, List<Constraint> into) {
    var refinements = objects(of, Odrl.name("refinement"));
    refinements.forEach(refinement -> into.add(constraint(refinement, 0)));
    return !refinements.isEmpty();
  }

  private Constraint constraint(Node node, int depth) {
    if (depth == DEEPEST) {
      return new Constraint.Unread(node);
    }
    for (var junction : Junction.values()) {
      var parts = objects(node, Odrl.name(junction.name().toLowerCase(Locale.ROOT)));
      if (!parts.isEmpty()) {
        return new Constraint.Logical(
            node, junction, parts.stream().map(part -> constraint(part, depth + 1)).toList());
      }
    }
    var left = objects(node, Odrl.name("leftOperand"));
    var operator = objects(node, Odrl.name("operator"));
    var right = objects(node, Odrl.name("rightOperand"));
    return left.size() == 1 && operator.size() == 1 && !right.isEmpty()
        ? new Constraint.Comparison(node, left.iterator().next(), operator.iterator().next(), right)
        : new Constraint.Unread(node);
  }

  private Set<Node> orSelf(Node node, Node property) {
    var values = objects(node, property);
    return values.isEmpty() ? Set.of(node) : values;
  }

  private Set<Node> objects(Node subject, Node property) {
    if (subject.isLiteral()) {
      return Set.of();
    }
    ExtendedIterator<Node> found =
        graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject());
    return found.toSet();
  }

  private static final Node RDF_VALUE = RDF.value.asNode();
}
