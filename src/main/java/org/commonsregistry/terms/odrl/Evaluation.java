package org.commonsregistry.terms.odrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.commonsregistry.terms.odrl.RuleReport.About;
import org.commonsregistry.terms.odrl.RuleReport.Premise;

/** Judges attempts by the rules of a policy. Thread-safe. */
public final class Evaluation {
  private final Policy policy;
  private final ActionTree actions;

  public Evaluation(Policy policy) {
    this.policy = policy;
    actions = ActionTree.with(policy.graph());
  }

  Policy policy() {
    return policy;
  }

  /** One report for each permission and prohibition, in the order of the policy. */
  public List<RuleReport> reports(Attempt attempt, World world) {
    return policy.rules().stream().map(rule -> report(rule, attempt, world)).toList();
  }

  private RuleReport report(Rule rule, Attempt attempt, World world) {
    var premises = new ArrayList<Premise>();
    if (!rule.targets().isEmpty()) {
      premises.add(
          new Premise(About.TARGET, rule.node(), among(rule.targets(), attempt.target(), world)));
    }
    if (!rule.parties().isEmpty()) {
      premises.add(
          new Premise(About.PARTY, rule.node(), among(rule.parties(), attempt.party(), world)));
    }
    if (!rule.actions().isEmpty()) {
      Predicate<Node> covers = action -> actions.includes(action, attempt.action());
      premises.add(
          new Premise(
              About.ACTION,
              rule.node(),
              Satisfaction.of(rule.actions().stream().anyMatch(covers))));
    }
    var constraints = new ArrayList<Satisfaction>();
    for (var constraint : rule.constraints()) {
      constraints.add(evaluate(constraint, world, premises));
    }
    var met =
        new ArrayList<>(
            premises.stream()
                .filter(premise -> premise.about() != About.CONSTRAINT)
                .map(Premise::satisfaction)
                .toList());
    met.addAll(constraints);
    var broken = rule.duties().stream().anyMatch(duty -> world.violated().contains(duty.node()));
    met.add(Satisfaction.of(!broken));
    return new RuleReport(rule, Satisfaction.all(met), premises);
  }

  private static Satisfaction among(Set<Node> wanted, Optional<Node> given, World world) {
    return given
        .map(node -> Satisfaction.of(wanted.stream().anyMatch(w -> world.isIn(node, w))))
        .orElse(Satisfaction.UNKNOWN);
  }

  private static Satisfaction evaluate(Constraint constraint, World world, List<Premise> premises) {
    var satisfaction =
        switch (constraint) {
          case Constraint.Comparison comparison -> compare(comparison, world);
          case Constraint.Logical logical -> {
            var parts =
                logical.parts().stream().map(part -> evaluate(part, world, premises)).toList();
            yield switch (logical.junction()) {
              case AND -> Satisfaction.all(parts);
              case OR -> Satisfaction.any(parts);
              case XONE -> Satisfaction.one(parts);
            };
          }
          case Constraint.Unread _ -> Satisfaction.UNKNOWN;
        };
    premises.add(new Premise(About.CONSTRAINT, constraint.node(), satisfaction));
    return satisfaction;
  }

  private static Satisfaction compare(Constraint.Comparison comparison, World world) {
    var known = world.facts().get(comparison.left());
    if (known == null
        || !comparison.operator().isURI()
        || !comparison.operator().getURI().startsWith(Odrl.NAMESPACE)) {
      return Satisfaction.UNKNOWN;
    }
    var operator = comparison.operator().getURI().substring(Odrl.NAMESPACE.length());
    return Comparing.compare(known, operator, comparison.right());
  }
}
