package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The exceptions between rules: each must lead to a rule of the same layer, none in a circle. */
final class OverrideGraph {
  private final Map<String, Rule> rules;

  private OverrideGraph(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /**
   * @param rules with different ids
   */
  static List<Fault> faults(List<Rule> rules) {
    var byId = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    var graph = new OverrideGraph(byId);
    var faults = new ArrayList<Fault>();
    rules.forEach(rule -> graph.addEdgeFaults(rule, faults));
    if (faults.isEmpty()) {
      graph.addCircle(faults);
    }
    return faults;
  }

  private void addEdgeFaults(Rule rule, List<Fault> faults) {
    for (var id : rule.overrides()) {
      var other = rules.get(id);
      if (other == null) {
        faults.add(
            fault(
                rule,
                "overrides '" + id + "', and there is no such rule.",
                "Correct the id, or leave it out."));
      } else if (other.layer() != rule.layer()) {
        faults.add(
            fault(
                rule,
                "overrides '" + id + "' of another layer (" + other.layer().token() + ").",
                "Override rules of the layer " + rule.layer().token() + " only."));
      }
    }
  }

  /** Takes away rules that no remaining rule overrides, again and again. */
  private void addCircle(List<Fault> faults) {
    var remaining = new TreeMap<>(rules);
    var overridden = overridden(remaining);
    while (remaining.keySet().retainAll(overridden)) {
      overridden = overridden(remaining);
    }
    if (!remaining.isEmpty()) {
      var circle = circle(remaining);
      faults.add(
          fault(
              circle.getFirst(),
              "overrides itself in a circle: "
                  + circle.stream().map(Rule::id).collect(Collectors.joining(" → "))
                  + ".",
              "Take one of these exceptions out."));
    }
  }

  private static Set<String> overridden(SortedMap<String, Rule> among) {
    var ids = new HashSet<String>();
    among.values().forEach(rule -> ids.addAll(rule.overrides()));
    return ids;
  }

  /**
   * Each of these is overridden by another of them, so going backwards ends where it was before.
   */
  private static List<Rule> circle(SortedMap<String, Rule> remaining) {
    var path = new ArrayList<Rule>();
    var next = remaining.values().iterator().next();
    while (!path.contains(next)) {
      path.addFirst(next);
      next = overrider(next, remaining.values());
    }
    var circle = new ArrayList<>(path.subList(0, path.indexOf(next) + 1));
    circle.addFirst(next);
    return circle;
  }

  private static Rule overrider(Rule rule, Collection<Rule> among) {
    return among.stream()
        .filter(other -> other.overrides().contains(rule.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Fault fault(Rule rule, String what, String fix) {
    var at = rule.position();
    return new Fault(
        at.file(), at.line(), at.column(), "The rule '" + rule.id() + "' " + what, fix);
  }
}
