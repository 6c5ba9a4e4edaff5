package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A ruleset as SPARQL 1.1 over fact triples, for one place and one day: the same meaning as {@link
 * Ruleset#judge}, for stores that are too large to be read item by item. The facts must fit the
 * vocabulary ({@link FactVocabulary#faults}); an item without any fact is not found.
 */
public final class RuleQueries {
  /** Where an item's facts are. */
  public enum Layout {
    DEFAULT_GRAPH,
    /** All facts of an item in one named graph; other items may share it. */
    NAMED_GRAPHS
  }

  private static final String PREFIXES =
      "PREFIX fact: <"
          + FactTriples.NAMESPACE
          + ">\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";
  private static final String ANY_ITEM =
      "{ SELECT DISTINCT ?item WHERE { ?item ?fact ?value FILTER (STRSTARTS(STR(?fact), \""
          + FactTriples.NAMESPACE
          + "\")) } }";

  private final List<Rule> statusRules;
  private final List<Rule> policyRules;
  private final List<Rule> orders;
  private final ConditionExpressions expressions;
  private final Layout where;

  public RuleQueries(Ruleset ruleset, Place place, LocalDate asOf, Layout where) {
    statusRules = layer(ruleset, Layer.STATUS).stream().filter(r -> r.holdsIn(place)).toList();
    policyRules = layer(ruleset, Layer.POLICY);
    orders =
        layer(ruleset, Layer.ORDER).stream()
            .filter(rule -> rule.order().orElseThrow().lastsOn(asOf))
            .toList();
    expressions = new ConditionExpressions(place, asOf);
    this.where = where;
  }

  private static List<Rule> layer(Ruleset ruleset, Layer layer) {
    return ruleset.rules().stream().filter(rule -> rule.layer() == layer).toList();
  }

  /** The rules that can fire in this place on this day. */
  public List<Rule> rules() {
    var all = new ArrayList<>(statusRules);
    all.addAll(policyRules);
    all.addAll(orders);
    return all;
  }

  /**
   * {@code ?item}: what a rule fires for, even where another rule overrides it.
   *
   * @param rule one of {@link #rules()}
   */
  public String fired(Rule rule) {
    var lines = new ArrayList<String>();
    switch (rule.layer()) {
      case STATUS -> lines.add(items(rule));
      case POLICY -> {
        lines.add(items(rule));
        lines.addAll(statusLines());
      }
      case ORDER -> lines.add(ANY_ITEM);
    }
    lines.add("FILTER (" + fires(rule) + ")");
    return query("?item", lines);
  }

  /** {@code ?item ?status ?zone}: the verdict on each item, as tokens. */
  public String zones() {
    var lines = new ArrayList<String>();
    lines.add(ANY_ITEM);
    lines.addAll(statusLines());
    lines.addAll(bound(policyRules, "p"));
    lines.addAll(bound(orders, "o"));
    var ordered = orders.isEmpty() ? "false" : any(all(orders.size()), "o");
    for (var zone : Zone.values()) {
      var byPolicy = leading(policyRules, zone.token(), "p");
      var byOrder = leading(orders, zone.token(), "o");
      lines.add(
          "BIND (IF("
              + ordered
              + ", "
              + byOrder
              + ", "
              + byPolicy
              + ") AS "
              + variable(zone)
              + ")");
    }
    lines.add("BIND (" + onlyZone() + " AS ?zone)");
    return query("?item ?status ?zone", lines);
  }

  private String query(String variables, List<String> lines) {
    var body = lines.stream().collect(Collectors.joining("\n  ", "  ", "\n"));
    var placed = where == Layout.NAMED_GRAPHS ? "  GRAPH ?graph {\n" + body + "  }\n" : body;
    return PREFIXES + "SELECT " + variables + " WHERE {\n" + placed + "}\n";
  }

  /** Starts from a fact that the rule needs, so that a store need not look at every item. */
  private static String items(Rule rule) {
    return ConditionExpressions.needed(rule.when())
        .map(fact -> "{ SELECT DISTINCT ?item WHERE { ?item fact:" + fact.name() + " ?value } }")
        .orElse(ANY_ITEM);
  }

  private String fires(Rule rule) {
    return rule.order()
        .map(
            order ->
                order.items().stream()
                    .map(item -> "<" + item + ">")
                    .collect(Collectors.joining(", ", "?item IN (", ")")))
        .orElseGet(() -> expressions.holds(rule.when()));
  }

  private List<String> statusLines() {
    var lines = bound(statusRules, "s");
    var strongest = new StringBuilder();
    for (var status : Status.values()) {
      if (status != Status.UNKNOWN) {
        strongest
            .append("IF(")
            .append(leading(statusRules, status.token(), "s"))
            .append(", \"")
            .append(status.token())
            .append("\", ");
      }
    }
    strongest.append('"').append(Status.UNKNOWN.token()).append('"');
    strongest.repeat(")", Status.values().length - 1);
    lines.add("BIND (" + strongest + " AS ?status)");
    return lines;
  }

  /** One variable per rule: whether it fires. */
  private List<String> bound(List<Rule> rules, String letter) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < rules.size(); i++) {
      lines.add("BIND ((" + fires(rules.get(i)) + ") AS ?" + letter + i + ")");
    }
    return lines;
  }

  /** Whether a rule that counts leads to a status or zone. */
  private static String leading(List<Rule> rules, String token, String letter) {
    var live = new ArrayList<String>();
    for (var i = 0; i < rules.size(); i++) {
      if (rules.get(i).then().token().equals(token)) {
        var by = overriders(rules, rules.get(i));
        live.add(
            by.isEmpty() ? "?" + letter + i : "(?" + letter + i + " && ! " + any(by, letter) + ")");
      }
    }
    return live.isEmpty() ? "false" : live.stream().collect(Collectors.joining(" || ", "(", ")"));
  }

  private static List<Integer> overriders(List<Rule> rules, Rule overridden) {
    return all(rules.size()).stream()
        .filter(i -> rules.get(i).overrides().contains(overridden.id()))
        .toList();
  }

  private static List<Integer> all(int size) {
    return java.util.stream.IntStream.range(0, size).boxed().toList();
  }

  private static String any(List<Integer> indexes, String letter) {
    return indexes.stream()
        .map(i -> "?" + letter + i)
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  /** The zone, if the rules that count lead to no other one. */
  private static String onlyZone() {
    var decided = new StringBuilder();
    for (var zone : Zone.values()) {
      decided.append("IF(").append(variable(zone));
      for (var other : Zone.values()) {
        if (other != zone) {
          decided.append(" && ! ").append(variable(other));
        }
      }
      decided.append(", \"").append(zone.token()).append("\", ");
    }
    decided.append('"').append(Zone.UNDETERMINED.token()).append('"');
    return decided.repeat(")", Zone.values().length).toString();
  }

  private static String variable(Zone zone) {
    return "?" + zone.name().toLowerCase(java.util.Locale.ROOT);
  }
}
