package org.commonsregistry.terms.odrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The SolidLab ODRL Test Suite: for each case the state of the rule and of all it rests on. Cases
 * outside of the subset are listed with the reason in {@code odrl/not-covered.tsv}; every other one
 * has to pass.
 */
class OdrlTestSuiteTest {
  private static final String REPORT = "https://w3id.org/force/compliance-report#";
  private static final int CASES = 68;

  private static final Map<String, RuleReport.About> ABOUT =
      Map.of(
          "TargetReport", RuleReport.About.TARGET,
          "PartyReport", RuleReport.About.PARTY,
          "ActionReport", RuleReport.About.ACTION,
          "ConstraintReport", RuleReport.About.CONSTRAINT);

  @Test
  void noCaseIsForgotten() throws IOException {
    assertThat(cases()).hasSize(CASES);
    assertThat(notCovered().keySet()).isSubsetOf(cases().keySet());
    assertThat(notCovered().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  @TestFactory
  Stream<DynamicTest> theSuite() throws IOException {
    var left = notCovered();
    return cases().entrySet().stream()
        .filter(entry -> !left.containsKey(entry.getKey()))
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  private static void check(Path file) throws IOException {
    var expected = RDFDataMgr.loadGraph(file.toUri().toString());
    var test = only(expected, Node.ANY, RDF.type.asNode(), example("TestCase")).getSubject();
    var policyName = object(expected, test, example("policy"));
    var policy = new PolicyReader(with("policies", policyName)).read(policyName).orElseThrow();
    var request = object(expected, test, example("request"));
    var requests = with("requests", request);
    var asked = object(requests, request, Odrl.name("permission"));
    var attempt =
        new Attempt(
            object(requests, asked, Odrl.name("action")),
            Optional.of(object(requests, asked, Odrl.name("assignee"))),
            Optional.of(object(requests, asked, Odrl.name("target"))));
    var world = world(with("sotw", object(expected, test, example("sotw"))));

    var reports = new Evaluation(policy).reports(attempt, world);

    assertThat(reports).hasSize(1);
    assertThat(reports.getFirst().active())
        .isEqualTo(
            only(expected, Node.ANY, report("activationState"), Node.ANY)
                    .getObject()
                    .equals(report("Active"))
                ? Satisfaction.SATISFIED
                : Satisfaction.UNSATISFIED);
    assertThat(premises(reports.getFirst()))
        .containsExactlyInAnyOrderElementsOf(premises(expected));
  }

  private static List<String> premises(RuleReport report) {
    return report.premises().stream()
        .map(
            premise ->
                premise.about()
                    + " "
                    + (premise.about() == RuleReport.About.CONSTRAINT ? premise.node() : "")
                    + " "
                    + premise.satisfaction())
        .toList();
  }

  private static List<String> premises(Graph expected) {
    var premises = new ArrayList<String>();
    expected
        .find(Node.ANY, report("satisfactionState"), Node.ANY)
        .forEachRemaining(
            triple -> {
              var type = object(expected, triple.getSubject(), RDF.type.asNode());
              var about = ABOUT.get(type.getURI().substring(REPORT.length()));
              var node =
                  about == RuleReport.About.CONSTRAINT
                      ? object(expected, triple.getSubject(), report("constraint")).toString()
                      : "";
              var state = triple.getObject().getURI().substring(REPORT.length());
              premises.add(about + " " + node + " " + state.toUpperCase(Locale.ROOT));
            });
    return premises;
  }

  private static World world(Graph graph) {
    var facts = new HashMap<Node, Set<Node>>();
    graph
        .find(
            NodeFactory.createURI("http://example.com/request/currentTime"),
            DCTerms.issued.asNode(),
            Node.ANY)
        .forEachRemaining(triple -> facts.put(Odrl.DATE_TIME, Set.of(triple.getObject())));
    var members = new HashMap<Node, Set<Node>>();
    graph
        .find(Node.ANY, Odrl.name("partOf"), Node.ANY)
        .forEachRemaining(
            triple ->
                members
                    .computeIfAbsent(triple.getSubject(), key -> new HashSet<>())
                    .add(triple.getObject()));
    var violated = new HashSet<Node>();
    graph
        .find(Node.ANY, report("deonticState"), report("Violated"))
        .forEachRemaining(
            triple -> violated.add(object(graph, triple.getSubject(), report("rule"))));
    return new World(facts, members, violated);
  }

  private static Graph with(String folder, Node name) throws IOException {
    try (var files = Files.list(suite().resolve(folder))) {
      return files
          .map(file -> RDFDataMgr.loadGraph(file.toUri().toString()))
          .filter(graph -> graph.contains(name, RDF.type.asNode(), Node.ANY))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Map<String, Path> cases() throws IOException {
    var cases = new TreeMap<String, Path>();
    try (var files = Files.list(suite().resolve("test_cases"))) {
      files.forEach(
          file -> cases.put(file.getFileName().toString().replaceFirst("\\.ttl$", ""), file));
    }
    return cases;
  }

  private static Map<String, String> notCovered() throws IOException {
    var reasons = new TreeMap<String, String>();
    for (var line : Files.readAllLines(Path.of("src/test/resources/odrl/not-covered.tsv"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var cells = line.split("\t", 2);
        reasons.put(cells[0], cells.length == 2 ? cells[1] : "");
      }
    }
    return reasons;
  }

  private static Path suite() throws IOException {
    var suite = SharedData.unpackedConformance("odrl");
    Assumptions.assumeTrue(suite.isPresent(), "the ODRL test suite is not beside the repository");
    return suite.orElseThrow();
  }

  private static Node object(Graph graph, Node subject, Node property) {
    return only(graph, subject, property, Node.ANY).getObject();
  }

  private static Triple only(Graph graph, Node s, Node p, Node o) {
    var found = graph.find(s, p, o).toList();
    assertThat(found).as(s + " " + p).isNotEmpty();
    return found.getFirst();
  }

  private static Node report(String name) {
    return NodeFactory.createURI(REPORT + name);
  }

  private static Node example(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
