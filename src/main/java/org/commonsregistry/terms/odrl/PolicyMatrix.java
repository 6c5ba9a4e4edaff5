package org.commonsregistry.terms.odrl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Flag;
import org.commonsregistry.terms.Grant;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.UseMatrix;
import org.commonsregistry.vocabulary.Terms;

/** What a policy lets people do: the evaluator asked for every use and every party. */
public final class PolicyMatrix {
  private static final Node UNDECIDED = Terms.commons("undecided");

  private PolicyMatrix() {}

  /** On a day; a policy whose time is over lets nobody do anything. */
  public static UseMatrix of(Policy policy, LocalDate date) {
    var evaluation = new Evaluation(policy);
    var answers = new HashMap<Action, Map<Party, Grant>>();
    for (var action : Action.values()) {
      answers.put(
          action,
          Party.ALL.stream()
              .collect(
                  Collectors.toMap(
                      party -> party,
                      party -> decide(evaluation, Odrl.of(action), world(party, date)))));
    }
    return UseMatrix.of(
        (use, party) -> {
          var typical = at(answers, use.typical(), party);
          var whole = at(answers, use.whole(), party);
          var grant =
              typical.answer() == whole.answer() ? typical : typical.flagged(Flag.PART_ONLY);
          var undecided =
              policy.graph().contains(policy.node(), UNDECIDED, Terms.commons(use.token()));
          return undecided && grant.answer() == Answer.NEEDS_AGREEMENT ? Grant.UNKNOWN : grant;
        });
  }

  private static Grant at(Map<Action, Map<Party, Grant>> answers, Action action, Party party) {
    return answers.getOrDefault(action, Map.of()).getOrDefault(party, Grant.UNKNOWN);
  }

  private static World world(Party party, LocalDate date) {
    Set<Node> facets = party.facets().stream().map(Odrl::of).collect(Collectors.toSet());
    return new World(
        Map.of(
            Odrl.ACTOR,
            facets,
            Odrl.DATE_TIME,
            Set.of(NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate))),
        Map.of(),
        Set.of());
  }

  /** A doubtful prohibition may hold, and a doubtful permission may not: both are unknown. */
  static Grant decide(Evaluation evaluation, Node action, World world) {
    var reports =
        evaluation.reports(new Attempt(action, Optional.empty(), Optional.empty()), world);
    var permitted =
        states(reports, Rule.Kind.PERMISSION, Satisfaction.SATISFIED).stream()
            .map(PolicyMatrix::granted)
            .reduce(Grant::better);
    if (permitted.isPresent() && evaluation.policy().permissionsPrevail()) {
      return permitted.get();
    }
    if (!states(reports, Rule.Kind.PROHIBITION, Satisfaction.SATISFIED).isEmpty()) {
      return Grant.PROHIBITED;
    }
    if (!states(reports, Rule.Kind.PROHIBITION, Satisfaction.UNKNOWN).isEmpty()) {
      return Grant.UNKNOWN;
    }
    return permitted.orElseGet(
        () ->
            states(reports, Rule.Kind.PERMISSION, Satisfaction.UNKNOWN).isEmpty()
                ? Grant.NEEDS_AGREEMENT
                : Grant.UNKNOWN);
  }

  private static List<Rule> states(List<RuleReport> reports, Rule.Kind kind, Satisfaction active) {
    return reports.stream()
        .filter(report -> report.rule().kind() == kind && report.active() == active)
        .map(RuleReport::rule)
        .toList();
  }

  private static Grant granted(Rule rule) {
    var duties = new ArrayList<Duty>();
    for (var duty : rule.duties()) {
      var read = DutyTriples.read(duty);
      if (read.isEmpty()) {
        return Grant.UNKNOWN;
      }
      duties.add(read.get());
    }
    return Grant.with(duties);
  }
}
