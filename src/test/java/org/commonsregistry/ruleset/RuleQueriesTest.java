package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

/** Java and SPARQL are two evaluators with one meaning. */
class RuleQueriesTest {

  @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
  void javaAndSparqlAgreeOnEveryRuleAndOnTheZone(
      @ForAll("rulesets") Ruleset ruleset,
      @ForAll("items") @Size(min = 3, max = 6) List<Facts> items,
      @ForAll("places") Place place,
      @ForAll("days") LocalDate day,
      @ForAll RuleQueries.Layout layout) {
    agree(ruleset, items, place, day, layout, ruleset.rules());
  }

  @Provide
  Arbitrary<Ruleset> rulesets() {
    return Generated.rulesets();
  }

  @Provide
  Arbitrary<List<Facts>> items() {
    return Generated.facts().filter(facts -> !facts.all().isEmpty()).list();
  }

  @Provide
  Arbitrary<Place> places() {
    return Arbitraries.of("US", "DE", "CA", "FR", "AU", "*").map(Place::new);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.of(
            "1920-01-01",
            "1997-06-30",
            "1997-07-01",
            "2004-12-31",
            "2005-01-01",
            "2022-12-30",
            "2026-10-01",
            "2026-12-30",
            "2026-12-31",
            "2050-06-01")
        .map(LocalDate::parse);
  }

  @Test
  void theExamplesOfTheFoundingRulesetComeOutTheSame() {
    var ruleset = Founding.ruleset();
    var cases = new LinkedHashMap<When, List<RuleTest>>();
    var rules = new LinkedHashMap<When, Set<Rule>>();
    for (var rule : ruleset.rules()) {
      for (var test : rule.tests()) {
        if (!test.facts().all().isEmpty()) {
          var when = new When(test.place(), test.asOf());
          cases.computeIfAbsent(when, w -> new ArrayList<>()).add(test);
          rules.computeIfAbsent(when, w -> new LinkedHashSet<>()).add(rule);
        }
      }
    }
    assertThat(cases.values().stream().mapToInt(List::size).sum()).isGreaterThan(100);
    cases.forEach(
        (when, tests) -> {
          var facts = tests.stream().map(RuleTest::facts).toList();
          var layout = RuleQueries.Layout.NAMED_GRAPHS;
          agree(ruleset, facts, when.place(), when.day(), layout, rules.get(when));
        });
  }

  private record When(Place place, LocalDate day) {}

  private static void agree(
      Ruleset ruleset,
      List<Facts> items,
      Place place,
      LocalDate day,
      RuleQueries.Layout layout,
      Collection<Rule> each) {
    var store = store(items, layout);
    var queries = new RuleQueries(ruleset, place, day, layout);
    var verdicts = new TreeMap<String, String>();
    var fired = new TreeMap<String, Set<String>>();
    queries.rules().forEach(rule -> fired.put(rule.id(), new HashSet<>()));
    for (var i = 0; i < items.size(); i++) {
      var item = Generated.item(i);
      var judgement = ruleset.judge(items.get(i), place, day, item);
      verdicts.put(item, judgement.status().token() + " " + judgement.zone().token());
      judgement.fired().forEach(one -> fired.get(one.rule().id()).add(item));
      judgement.overridden().forEach(rule -> fired.get(rule.id()).add(item));
    }
    assertThat(verdicts(store, queries.zones())).as(queries.zones()).isEqualTo(verdicts);
    for (var rule : queries.rules().stream().filter(each::contains).toList()) {
      var query = queries.fired(rule);
      assertThat(rows(store, query).stream().map(row -> row.get("item")).toList())
          .as(query)
          .containsExactlyInAnyOrderElementsOf(fired.get(rule.id()));
    }
  }

  private static Map<String, String> verdicts(DatasetGraph store, String query) {
    var verdicts = new TreeMap<String, String>();
    for (var row : rows(store, query)) {
      assertThat(verdicts.put(row.get("item"), row.get("status") + " " + row.get("zone"))).isNull();
    }
    return verdicts;
  }

  /** Strictly SPARQL 1.1, without ARQ's extensions. */
  private static List<Map<String, String>> rows(DatasetGraph store, String text) {
    var rows = new ArrayList<Map<String, String>>();
    var query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    try (var execution = QueryExecutionFactory.create(query, store)) {
      var results = execution.execSelect();
      while (results.hasNext()) {
        var row = results.next();
        var values = new TreeMap<String, String>();
        row.varNames()
            .forEachRemaining(
                name ->
                    values.put(
                        name,
                        row.get(name).isLiteral()
                            ? row.getLiteral(name).getLexicalForm()
                            : row.getResource(name).getURI()));
        rows.add(values);
      }
    }
    return rows;
  }

  private static DatasetGraph store(List<Facts> items, RuleQueries.Layout layout) {
    var store = DatasetGraphFactory.create();
    for (var i = 0; i < items.size(); i++) {
      var item = NodeFactory.createURI(Generated.item(i));
      var graph =
          layout == RuleQueries.Layout.DEFAULT_GRAPH
              ? Quad.defaultGraphIRI
              : NodeFactory.createURI(Generated.item(i) + ":facts");
      items.get(i).triples(item).forEach(triple -> store.add(Quad.create(graph, triple)));
    }
    return store;
  }
}
