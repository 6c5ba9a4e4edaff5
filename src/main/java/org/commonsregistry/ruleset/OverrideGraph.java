package org.commonsregistry.ruleset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

  /** Takes away rules that nobody overrides, again and again; what remains goes in circles. */
  private void addCircle(List<Fault> faults) {
    var overriders = new HashMap<String, Integer>();
    rules
        .values()
        .forEach(rule -> rule.overrides().forEach(id -> overriders.merge(id, 1, Integer::sum)));
    var free = new ArrayDeque<Rule>();
    rules.values().stream().filter(rule -> !overriders.containsKey(rule.id())).forEach(free::add);
    while (!free.isEmpty()) {
      for (var id : free.remove().overrides()) {
        if (overriders.merge(id, -1, Integer::sum) == 0) {
          free.add(rules.get(id));
        }
      }
    }
    overriders.values().removeIf(count -> count == 0);
    if (!overriders.isEmpty()) {
      var circle = circle(new TreeSet<>(overriders.keySet()));
      faults.add(
          fault(
              rules.get(circle.getFirst()),
              "overrides itself in a circle: " + String.join(" → ", circle) + ".",
              "Take one of these exceptions out."));
    }
  }

  /** Each remaining rule is overridden by a remaining one, so going backwards never ends. */
  private List<String> circle(TreeSet<String> remaining) {
    var path = new ArrayList<String>();
    var next = remaining.first();
    while (!path.contains(next)) {
      path.addFirst(next);
      next = overrider(next, remaining);
    }
    var circle = new ArrayList<>(path.subList(0, path.indexOf(next) + 1));
    circle.addFirst(next);
    return circle;
  }

  private String overrider(String id, TreeSet<String> remaining) {
    return remaining.stream()
        .filter(other -> rules.get(other).overrides().contains(id))
        .findFirst()
        .orElseThrow();
  }

  private static Fault fault(Rule rule, String what, String fix) {
    var at = rule.position();
    return new Fault(
        at.file(), at.line(), at.column(), "The rule '" + rule.id() + "' " + what, fix);
  }
}
