package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changes from one ruleset to another, in words.
 *
 * @param added rules only the later one has
 * @param removed rules only the earlier one has
 * @param parameters one sentence per change of a dated value
 * @param facts one sentence per change of the vocabulary
 * @param newTests examples only the later one has
 * @param broken examples of the earlier one that come out differently under the later one
 */
public record RulesetDiff(
    List<Rule> added,
    List<Rule> removed,
    List<ChangedRule> changed,
    List<String> parameters,
    List<String> facts,
    List<RuleTest> newTests,
    List<RulesetTests.Tried> broken) {

  /**
   * @param changes one sentence per changed part
   */
  public record ChangedRule(Rule before, Rule after, List<String> changes) {}

  public static RulesetDiff between(Ruleset before, Ruleset after) {
    var known =
        before.rules().stream()
            .flatMap(rule -> rule.tests().stream())
            .map(RulesetDiff::content)
            .collect(Collectors.toSet());
    return new RulesetDiff(
        only(after, before),
        only(before, after),
        changed(before, after),
        parameters(before.parameters(), after.parameters()),
        facts(before.vocabulary(), after.vocabulary()),
        after.rules().stream()
            .flatMap(rule -> rule.tests().stream())
            .filter(test -> !known.contains(content(test)))
            .toList(),
        RulesetTests.run(after, before.rules()).stream().filter(tried -> !tried.passed()).toList());
  }

  /** Whether both are the same but for the version's name and texts outside the rules. */
  public boolean isEmpty() {
    return added.isEmpty()
        && removed.isEmpty()
        && changed.isEmpty()
        && parameters.isEmpty()
        && facts.isEmpty();
  }

  private static List<Rule> only(Ruleset one, Ruleset other) {
    return one.rules().stream().filter(rule -> other.rule(rule.id()).isEmpty()).toList();
  }

  /** A test without its place in the file. */
  private static List<Object> content(RuleTest test) {
    return List.of(
        test.place(), test.facts(), test.status(), test.item(), test.asOf(), test.expect());
  }

  private static List<ChangedRule> changed(Ruleset before, Ruleset after) {
    var changed = new ArrayList<ChangedRule>();
    for (var rule : after.rules()) {
      before
          .rule(rule.id())
          .filter(old -> !old.hash().equals(rule.hash()))
          .ifPresent(old -> changed.add(new ChangedRule(old, rule, changes(old, rule))));
    }
    return changed;
  }

  private static List<String> changes(Rule before, Rule after) {
    var changes = new ArrayList<String>();
    change(changes, "layer", before.layer().token(), after.layer().token());
    change(changes, "places", before.places().toString(), after.places().toString());
    change(changes, "condition", ConditionWords.of(before.when()), ConditionWords.of(after.when()));
    change(changes, "consequence", words(before.then()), words(after.then()));
    change(changes, "overrides", before.overrides().toString(), after.overrides().toString());
    change(changes, "order", words(before.order()), words(after.order()));
    change(changes, "basis", before.basis().cite(), after.basis().cite());
    change(changes, "title", before.title().en(), after.title().en());
    change(changes, "text", before.says().en(), after.says().en());
    change(
        changes,
        "examples",
        Integer.toString(before.tests().size()),
        Integer.toString(after.tests().size()));
    return changes.isEmpty()
        ? List.of("Something changed that decides nothing: a translation, an address, an example.")
        : changes;
  }

  private static String words(Consequence then) {
    return switch (then) {
      case Consequence.OfStatus(var status) -> "status " + status.token();
      case Consequence.OfZone(var zone, var conditions) ->
          "zone " + zone.token() + (conditions.isEmpty() ? "" : " with " + conditions);
    };
  }

  private static String words(Optional<OrderScope> order) {
    return order
        .map(
            scope ->
                scope.from() + " to " + scope.until() + " for " + String.join(", ", scope.items()))
        .orElse("none");
  }

  private static void change(List<String> changes, String what, String before, String after) {
    if (!before.equals(after)) {
      changes.add(what + ": was " + before + "; is " + after);
    }
  }

  private static List<String> parameters(Parameters before, Parameters after) {
    var names = new TreeSet<String>();
    before.all().forEach(parameter -> names.add(parameter.name()));
    after.all().forEach(parameter -> names.add(parameter.name()));
    var changes = new ArrayList<String>();
    for (var name : names) {
      var places = new TreeSet<Place>();
      before.find(name).ifPresent(parameter -> places.addAll(parameter.series().keySet()));
      after.find(name).ifPresent(parameter -> places.addAll(parameter.series().keySet()));
      for (var place : places) {
        change(
            changes,
            name + (place.anywhere() ? "" : " in " + place),
            series(before, name, place),
            series(after, name, place));
      }
    }
    return changes;
  }

  private static String series(Parameters parameters, String name, Place place) {
    return parameters
        .find(name)
        .map(parameter -> parameter.series().get(place))
        .map(
            series ->
                series.stream()
                    .map(
                        value ->
                            value.years()
                                + " years from "
                                + value.from()
                                + (value.revive() ? "" : " without reviving"))
                    .collect(Collectors.joining(", ")))
        .orElse("not there");
  }

  private static List<String> facts(FactVocabulary before, FactVocabulary after) {
    var names = new TreeSet<String>();
    before.all().forEach(fact -> names.add(fact.name()));
    after.all().forEach(fact -> names.add(fact.name()));
    var changes = new ArrayList<String>();
    names.forEach(name -> change(changes, name, fact(before, name), fact(after, name)));
    return changes;
  }

  private static String fact(FactVocabulary vocabulary, String name) {
    return vocabulary
        .find(name)
        .map(
            fact ->
                fact.type().token()
                    + (fact.several() ? ", several" : "")
                    + (fact.values().isEmpty() ? "" : " of " + String.join(", ", fact.values()))
                    + fact.absent().map(value -> ", " + value + " if absent").orElse(""))
        .orElse("not there");
  }
}
