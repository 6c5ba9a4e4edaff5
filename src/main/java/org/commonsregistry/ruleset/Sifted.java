package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of one layer, tried on a case. An exception counts as soon as its rule fires, even when
 * that rule is itself overridden, so the order of rules never matters.
 *
 * @param live fired and not overridden
 */
record Sifted(List<Rule> live, List<Rule> overridden, List<Rule> undecided) {

  static Sifted of(List<Rule> rules, Case tried) {
    var fired = new ArrayList<Rule>();
    var undecided = new ArrayList<Rule>();
    for (var rule : rules) {
      switch (tried.holds(rule.when())) {
        case TRUE -> fired.add(rule);
        case UNKNOWN -> undecided.add(rule);
        case FALSE -> {}
      }
    }
    var exceptions = exceptions(fired);
    if (exceptions.isEmpty()) {
      return new Sifted(fired, List.of(), undecided);
    }
    var overridden = fired.stream().filter(rule -> exceptions.contains(rule.id())).toList();
    fired.removeAll(overridden);
    return new Sifted(fired, overridden, undecided);
  }

  private static Set<String> exceptions(List<Rule> fired) {
    var ids = new HashSet<String>();
    for (var rule : fired) {
      ids.addAll(rule.overrides());
    }
    return ids;
  }
}
