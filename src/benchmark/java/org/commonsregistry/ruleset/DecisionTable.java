package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rules as a DMN decision table that collects the ids of all that fire, made from the rules
 * themselves: one row per rule, one column per fact. Only for rules that are a plain conjunction,
 * in one place on one day, and for items that have at most one value per fact.
 */
final class DecisionTable {
  static final String NAMESPACE = "urn:commons:benchmark";
  static final String NAME = "rules";
  static final String DECISION = "fired";

  private final List<Rule> rules = new ArrayList<>();
  private final List<Map<FactDefinition, Cell>> rows = new ArrayList<>();
  private final Place place;
  private final LocalDate day;

  private DecisionTable(Place place, LocalDate day) {
    this.place = place;
    this.day = day;
  }

  /** Of rules spread evenly over all that can be written this way; the others are left out. */
  static DecisionTable of(List<Rule> rules, int wanted, Place place, LocalDate day) {
    var table = new DecisionTable(place, day);
    var able =
        rules.stream()
            .filter(rule -> rule.layer() == Layer.STATUS && rule.holdsIn(place))
            .filter(rule -> table.row(rule.when()).isPresent())
            .toList();
    for (var i = 0; i < wanted; i++) {
      var rule = able.get(i * able.size() / wanted);
      table.rules.add(rule);
      table.rows.add(table.row(rule.when()).orElseThrow());
    }
    return table;
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }

  List<FactDefinition> columns() {
    var columns = new LinkedHashSet<FactDefinition>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    return List.copyOf(columns);
  }

  /** What is known of an item, as the table's inputs; what silence means is said aloud. */
  Map<String, Object> inputs(Facts facts) {
    var inputs = new LinkedHashMap<String, Object>();
    for (var fact : columns()) {
      var value = facts.get(fact.name()).or(fact::absent);
      inputs.put(fact.name(), value.map(DecisionTable::input).orElse(null));
    }
    return inputs;
  }

  private static Object input(FactValue value) {
    return switch (value) {
      case FactValue.Words(var words) -> words.first();
      case FactValue.Years(var years) -> years.first();
      case FactValue.Truth(boolean truth) -> truth;
    };
  }

  /** What one fact must be for one rule. */
  private sealed interface Cell {
    record Among(TreeSet<String> words) implements Cell {}

    record Between(int from, int until) implements Cell {}

    record Is(boolean value) implements Cell {}

    record Given(boolean wanted) implements Cell {}

    default Optional<Cell> and(Cell other) {
      return switch (this) {
        case Among(var words) when other instanceof Among(var others) -> {
          var both = new TreeSet<>(words);
          both.retainAll(others);
          yield both.isEmpty() ? Optional.empty() : Optional.of(new Among(both));
        }
        case Between(int from, int until) when other instanceof Between(int start, int end) ->
            Optional.of(new Between(Math.max(from, start), Math.min(until, end)));
        case Given(boolean wanted) when wanted && !(other instanceof Given) -> Optional.of(other);
        default ->
            other instanceof Given(boolean wanted) && wanted ? Optional.of(this) : Optional.empty();
      };
    }

    default String text() {
      return switch (this) {
        case Among(var words) ->
            words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
        case Between(int from, int until) when from == Integer.MIN_VALUE -> "<= " + until;
        case Between(int from, int until) when until == Integer.MAX_VALUE -> ">= " + from;
        case Between(int from, int until) -> "[" + from + ".." + until + "]";
        case Is(boolean value) -> Boolean.toString(value);
        case Given(boolean wanted) -> wanted ? "not(null)" : "null";
      };
    }
  }

  private Optional<Map<FactDefinition, Cell>> row(Condition condition) {
    var parts = condition instanceof Condition.All(var all) ? all : List.of(condition);
    var row = new LinkedHashMap<FactDefinition, Cell>();
    for (var part : parts) {
      var fact = fact(part);
      var cell = cell(part);
      if (fact.isEmpty() || cell.isEmpty()) {
        return Optional.empty();
      }
      var before = row.get(fact.get());
      var both = before == null ? cell : before.and(cell.get());
      if (both.isEmpty()) {
        return Optional.empty();
      }
      row.put(fact.get(), both.get());
    }
    return Optional.of(row);
  }

  private static Optional<FactDefinition> fact(Condition condition) {
    return switch (condition) {
      case Condition.Not(var part) -> fact(part);
      case Condition.OneOf(var fact, _) -> Optional.of(fact);
      case Condition.Compared(var fact, _, _) -> Optional.of(fact);
      case Condition.Exists(var fact, _) -> Optional.of(fact);
      case Condition.Elapsed(var since, _) -> Optional.of(since);
      case Condition.All _, Condition.Any _ -> Optional.empty();
    };
  }

  private Optional<Cell> cell(Condition condition) {
    return switch (condition) {
      case Condition.OneOf(_, FactValue.Words(var words)) ->
          Optional.of(new Cell.Among(new TreeSet<>(words)));
      case Condition.OneOf(_, FactValue.Truth(boolean value)) -> Optional.of(new Cell.Is(value));
      case Condition.OneOf(_, FactValue.Years _) -> Optional.empty();
      case Condition.Compared(_, var comparison, int year) ->
          Optional.of(
              switch (comparison) {
                case LT -> new Cell.Between(Integer.MIN_VALUE, year - 1);
                case LTE -> new Cell.Between(Integer.MIN_VALUE, year);
                case GT -> new Cell.Between(year + 1, Integer.MAX_VALUE);
                case GTE -> new Cell.Between(year, Integer.MAX_VALUE);
              });
      case Condition.Exists(_, boolean wanted) -> Optional.of(new Cell.Given(wanted));
      case Condition.Elapsed(_, var term) -> {
        var limit = TermLimit.latestYear(term, place, day);
        yield limit.isEmpty()
            ? Optional.empty()
            : Optional.of(new Cell.Between(Integer.MIN_VALUE, limit.getAsInt()));
      }
      case Condition.Not(var part) -> cell(part).flatMap(cell -> other(part, cell));
      case Condition.All _, Condition.Any _ -> Optional.empty();
    };
  }

  /** What makes a condition fail: of a closed list, all the other words. */
  private static Optional<Cell> other(Condition part, Cell cell) {
    return switch (cell) {
      case Cell.Among(var words) -> {
        var others = new TreeSet<>(fact(part).orElseThrow().values());
        others.removeAll(words);
        yield others.isEmpty() ? Optional.empty() : Optional.of(new Cell.Among(others));
      }
      case Cell.Between(int from, int until) when from == Integer.MIN_VALUE ->
          Optional.of(new Cell.Between(until + 1, Integer.MAX_VALUE));
      case Cell.Between(int from, int until) when until == Integer.MAX_VALUE ->
          Optional.of(new Cell.Between(Integer.MIN_VALUE, from - 1));
      case Cell.Between _ -> Optional.empty();
      case Cell.Is(boolean value) -> Optional.of(new Cell.Is(!value));
      case Cell.Given(boolean wanted) -> Optional.of(new Cell.Given(!wanted));
    };
  }

  /** The whole model as DMN 1.2 in XML. */
  String toXml() {
    var xml = new StringBuilder();
    xml.append(
            "<definitions xmlns=\"http://www.omg.org/spec/DMN/20180521/MODEL/\" id=\"m\" name=\"")
        .append(NAME)
        .append("\" namespace=\"" + NAMESPACE + "\">\n");
    for (var fact : columns()) {
      xml.append(
          "<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>\n"
              .formatted(fact.name(), type(fact)));
    }
    xml.append("<decision id=\"d\" name=\"%1$s\"><variable name=\"%1$s\"/>\n".formatted(DECISION));
    for (var fact : columns()) {
      xml.append("<informationRequirement><requiredInput href=\"#")
          .append(fact.name())
          .append("\"/></informationRequirement>\n");
    }
    xml.append("<decisionTable hitPolicy=\"COLLECT\">\n");
    for (var fact : columns()) {
      xml.append(
          "<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>\n"
              .formatted(type(fact), fact.name()));
    }
    xml.append("<output typeRef=\"string\"/>\n");
    for (var i = 0; i < rows.size(); i++) {
      xml.append("<rule>");
      for (var fact : columns()) {
        var cell = rows.get(i).get(fact);
        entry(xml, "inputEntry", cell == null ? "-" : cell.text());
      }
      entry(xml, "outputEntry", '"' + rules.get(i).id() + '"');
      xml.append("</rule>\n");
    }
    return xml.append("</decisionTable></decision></definitions>\n").toString();
  }

  private static void entry(StringBuilder xml, String element, String text) {
    xml.append("<%1$s><text>%2$s</text></%1$s>".formatted(element, text.replace("<", "&lt;")));
  }

  private static String type(FactDefinition fact) {
    return switch (fact.type()) {
      case WORD -> "string";
      case YEAR -> "number";
      case TRUTH -> "boolean";
    };
  }
}
