package org.commonsregistry.terms.odrl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Grant;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.UseMatrix;
import org.commonsregistry.vocabulary.Terms;

/**
 * Writes a matrix as an ODRL Set. Reading it back with {@link PolicyMatrix} gives the same answers
 * and duties; the flags are not part of a policy.
 */
public final class MatrixPolicy {
  private static final List<Party> FEWEST_FACETS_FIRST =
      Party.ALL.stream().sorted(Comparator.comparing(party -> party.facets().size())).toList();

  /** For whom: all of these facets, none of those. */
  private record Condition(Set<Actor> allOf, Set<Actor> noneOf) {
    boolean admits(Party party) {
      return party.facets().containsAll(allOf)
          && party.facets().stream().noneMatch(noneOf::contains);
    }
  }

  private record Heading(String kind, Condition condition, Set<Duty> duties) {}

  private MatrixPolicy() {}

  public static Graph write(UseMatrix matrix, Node policy) {
    var rules = new LinkedHashMap<Heading, List<Use>>();
    var graph = GraphFactory.createDefaultGraph();
    graph.add(policy, RDF.type.asNode(), Odrl.name("Set"));
    graph.add(policy, Odrl.name("uid"), policy);
    graph.add(policy, Odrl.name("profile"), Odrl.PROFILE);
    graph.add(policy, Odrl.name("conflict"), Odrl.name("prohibit"));
    for (var use : Use.values()) {
      permissions(matrix, use, rules);
      prohibitions(matrix, use, rules);
      if (matrix.grant(use, Party.ANYONE).answer() == Answer.UNKNOWN) {
        graph.add(policy, Terms.commons("undecided"), Terms.commons(use.token()));
      }
    }
    rules.forEach((heading, uses) -> rule(graph, policy, heading, uses));
    return graph;
  }

  private static void permissions(UseMatrix matrix, Use use, Map<Heading, List<Use>> rules) {
    var written = new ArrayList<Heading>();
    for (var party : FEWEST_FACETS_FIRST) {
      var grant = matrix.grant(use, party);
      var covered =
          written.stream()
              .anyMatch(
                  heading ->
                      heading.condition().admits(party) && heading.duties().equals(grant.duties()));
      if (grant.answer().allows() && !covered) {
        Predicate<Grant> same =
            other -> other.answer().allows() && other.duties().equals(grant.duties());
        written.add(new Heading("permission", condition(matrix, use, party, same), grant.duties()));
      }
    }
    written.forEach(heading -> rules.computeIfAbsent(heading, key -> new ArrayList<>()).add(use));
  }

  private static void prohibitions(UseMatrix matrix, Use use, Map<Heading, List<Use>> rules) {
    var written = new ArrayList<Heading>();
    Predicate<Grant> same = grant -> grant.answer() == Answer.PROHIBITED;
    for (var party : FEWEST_FACETS_FIRST) {
      if (same.test(matrix.grant(use, party))
          && written.stream().noneMatch(heading -> heading.condition().admits(party))) {
        written.add(new Heading("prohibition", condition(matrix, use, party, same), Set.of()));
      }
    }
    written.forEach(heading -> rules.computeIfAbsent(heading, key -> new ArrayList<>()).add(use));
  }

  /** What is known of the party, and nothing with which the answer would be another. */
  private static Condition condition(
      UseMatrix matrix, Use use, Party party, Predicate<Grant> same) {
    var noneOf = EnumSet.noneOf(Actor.class);
    for (var more : Party.ALL) {
      if (more.facets().size() == party.facets().size() + 1
          && more.facets().containsAll(party.facets())
          && !same.test(matrix.grant(use, more))) {
        noneOf.addAll(more.facets());
      }
    }
    noneOf.removeAll(party.facets());
    return new Condition(party.facets(), noneOf);
  }

  private static void rule(Graph graph, Node policy, Heading heading, List<Use> uses) {
    var node = NodeFactory.createBlankNode();
    graph.add(policy, Odrl.name(heading.kind()), node);
    actions(uses).forEach(action -> graph.add(node, Odrl.name("action"), Odrl.of(action)));
    constraint(graph, node, "isAllOf", heading.condition().allOf());
    constraint(graph, node, "isNoneOf", heading.condition().noneOf());
    heading
        .duties()
        .forEach(duty -> graph.add(node, Odrl.name("duty"), DutyTriples.write(duty, graph)));
  }

  /** Fine-tuning is part of training: where only training is meant, its other parts are named. */
  private static Set<Action> actions(List<Use> uses) {
    var actions = EnumSet.noneOf(Action.class);
    for (var use : uses) {
      actions.add(use.whole());
    }
    if (actions.contains(Action.TRAIN) && !actions.contains(Action.FINE_TUNE)) {
      actions.remove(Action.TRAIN);
      actions.add(Action.PRETRAIN);
      actions.add(Action.DISTIL);
      actions.add(Action.TRAIN_DISCRIMINATIVE);
    }
    return actions;
  }

  private static void constraint(Graph graph, Node rule, String operator, Set<Actor> facets) {
    if (facets.isEmpty()) {
      return;
    }
    var node = NodeFactory.createBlankNode();
    graph.add(rule, Odrl.name("constraint"), node);
    graph.add(node, Odrl.name("leftOperand"), Odrl.ACTOR);
    graph.add(node, Odrl.name("operator"), Odrl.name(operator));
    facets.forEach(facet -> graph.add(node, Odrl.name("rightOperand"), Odrl.of(facet)));
  }
}
