package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.ruleset.Reading;
import org.commonsregistry.ruleset.RulesetReader;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.ruleset.Source;
import org.commonsregistry.testing.TestRegistry;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulePagesTest {
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String HASH = Rulesets.founding().hash().hex();
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestRegistry registry;

  @BeforeAll
  void start() {
    registry = TestRegistry.seeded();
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  private HttpResponse<String> page(String path) {
    return registry.get(path, "Accept", HTML);
  }

  private String body(String path) {
    var response = page(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.body()).as(path).doesNotContainPattern("\\[[a-z]+(\\.[A-Za-z0-9-]+)+\\]");
    return response.body();
  }

  @Test
  void theRulesSayTheirVersionHashAndWhoDecided() {
    assertThat(body("rules"))
        .contains("Ruleset 2026.1", HASH, "The founders of this registry")
        .contains("href=\"/rules/germany-official-works\"", "href=\"/rules/zone-pd\"")
        .contains("aria-current=\"page\">Rules</a>")
        .contains("What must stay commons", "OpenStreetMap");
    assertThat(body("rules?lang=de")).contains("Regelwerk 2026.1", "Was Allmende bleiben muss");
  }

  @Test
  void rulesAreFilteredByPlaceLayerAndText() {
    var german = body("rules?place=DE&layer=status");
    assertThat(german)
        .contains("/rules/germany-official-works", "/rules/eu-life-70", "/rules/licence-open")
        .doesNotContain("/rules/us-federal-work", "/rules/zone-pd");
    assertThat(body("rules?q=urheberrechtsGESETZ"))
        .contains("/rules/germany-official-works")
        .doesNotContain("/rules/zone-pd");
    assertThat(body("rules?q=zzzz")).contains("None of").contains("noindex");
    assertThat(body("rules?layer=policy")).doesNotContain("/rules/eu-life-70");
    assertThat(page("rules?place=Germany").statusCode()).isEqualTo(400);
    assertThat(page("rules?layer=law").statusCode()).isEqualTo(400);
    assertThat(page("rules?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(body("rules?q=%3Cscript%3E")).doesNotContain("<script>");
  }

  @Test
  void aRuleSaysWhenItFiresWhatFollowsAndWhatItRestsOn() {
    assertThat(body("rules/us-published-95"))
        .contains("Kind of work: not sound recording", "95 full calendar years have passed")
        .contains("Public domain", "17 U.S.C.", "href=\"https://www.law.cornell.edu/")
        .contains("Free works are commons")
        .contains(
            "A book of 1930 is free on 1 January 2026.",
            "United States, 1 January 2026. What is known:")
        .contains("- id: us-published-95")
        .contains("/files/rules/status-us.yaml");
    assertThat(body("rules/us-published-95?lang=de"))
        .contains(
            "Art des Werks: nicht Tonaufnahme",
            "Gemeinfrei",
            "Vereinigte Staaten, 1. Januar 2026. Bekannt ist:");
  }

  @Test
  void aRuleNamesItsExceptionsInBothDirections() {
    assertThat(body("rules/italy-cultural-heritage")).contains("these do not count");
    var overridden = body("rules/zone-pd");
    assertThat(overridden).contains("this rule does not count", "/rules/zone-contested");
  }

  @Test
  void aRuleCountsTheDatasetsItDecidesAndItsQueryFindsThem() throws Exception {
    var body = body("rules/licence-open");
    var count = Pattern.compile("(\\d+) datasets rest on it today").matcher(body);
    assertThat(count.find()).isTrue();
    var address = Pattern.compile("href=\"/(sparql\\?query=[^\"]+)\"").matcher(body);
    assertThat(address.find()).isTrue();
    var answer =
        registry.get(
            address.group(1).replace("&amp;", "&"), "Accept", "application/sparql-results+json");
    assertThat(JSON.readTree(answer.body()).at("/results/bindings").size()).isBetween(1, 100);
    assertThat(body("rules")).contains(" · " + count.group(1) + " datasets");
  }

  @Test
  void namesInVerdictsLeadToRulesAndRulesetsInTheFormAskedFor() {
    var base = registry.context().getBean(BaseIri.class);
    var rule = graph("rules/zone-pd", "text/turtle");
    var name = NodeFactory.createURI(base.toPublic("urn:commons:rule:zone-pd"));
    assertThat(rule.contains(name, Terms.TYPE, Terms.commons("Rule"))).isTrue();
    assertThat(
            rule.contains(
                name,
                Terms.TITLE,
                NodeFactory.createLiteralLang("Freie Werke sind Gemeingut", "de")))
        .isTrue();
    var path = "rulesets/commons-by-default/" + HASH;
    var ruleset = graph(path, "text/turtle");
    var whole =
        NodeFactory.createURI(base.toPublic("urn:commons:ruleset:commons-by-default:" + HASH));
    assertThat(ruleset.contains(whole, Terms.TYPE, Terms.commons("Ruleset"))).isTrue();
    assertThat(ruleset.contains(whole, Node.ANY, name)).isTrue();
    assertThat(rule.contains(name, Node.ANY, whole)).isTrue();
    for (var form :
        Map.of("ttl", "text/turtle", "jsonld", "application/ld+json", "nt", "application/n-triples")
            .entrySet()) {
      for (var of : new String[] {"rules/zone-pd", path, "offers/commons-open"}) {
        var document = registry.get(of + "." + form.getKey());
        assertThat(document.statusCode()).as(of + "." + form.getKey()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Type").orElse(""))
            .startsWith(form.getValue());
      }
    }
    assertThat(registry.get("rules/zone-pd", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  private Graph graph(String path, String form) {
    var response = registry.get(path, "Accept", form);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(response.body())).lang(Lang.TURTLE).parse(graph);
    return graph;
  }

  @Test
  void aRulesetShowsItsFilesToTheByteAndItsHashAloneLeadsToIt() {
    var path = "rulesets/commons-by-default/" + HASH;
    assertThat(body(path)).contains("rules/policy.yaml", HASH, "In force today");
    assertThat(body("rulesets")).contains("Ruleset 2026.1", HASH);
    var moved = page("rulesets/" + HASH);
    assertThat(moved.statusCode()).isEqualTo(308);
    assertThat(moved.headers().firstValue("Location").orElse("")).endsWith("/" + path);
    var text =
        Rulesets.founding().files().stream()
            .filter(file -> file.path().equals("rules/policy.yaml"))
            .findFirst()
            .orElseThrow()
            .text();
    assertThat(page(path + "/files/rules/policy.yaml").body()).isEqualTo(text);
    assertThat(page(path + "/files/rules/none.yaml").statusCode()).isEqualTo(404);
    assertThat(page("rulesets/commons-by-default/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(page("rules?ruleset=" + "0".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(page("rules/never-was").statusCode()).isEqualTo(404);
  }

  @Test
  void anEarlierRulesetStaysReadableAndSaysThatItIsNotInForce() {
    try (var other = TestRegistry.empty()) {
      var rulesets = other.context().getBean(Rulesets.class);
      var files =
          Rulesets.founding().files().stream()
              .map(
                  file ->
                      new Source(
                          file.path(),
                          file.text()
                              .replace("\"2026.1\"", "\"2026.2\"")
                              .replace("Free works are commons\"", "Free works belong to all\"")))
              .toList();
      var later = ((Reading.Accepted) RulesetReader.read(files)).ruleset();
      assertThat(rulesets.adopt(later, Actor.OPERATOR)).isPresent();
      assertThat(other.get("rules", "Accept", HTML).body())
          .contains("Ruleset 2026.2", "The operator of this registry");
      var old = other.get("rules/zone-pd?ruleset=" + HASH, "Accept", HTML).body();
      assertThat(old)
          .contains("an earlier ruleset, 2026.1", "Free works are commons", "noindex")
          .contains("href=\"/rules/zone-contested?ruleset=" + HASH);
      assertThat(other.get("rules/zone-pd", "Accept", HTML).body())
          .contains("Free works belong to all", "In these words since ruleset 2026.2");
      assertThat(other.get("rulesets", "Accept", HTML).body())
          .contains("Ruleset 2026.1", "Ruleset 2026.2", "An earlier version");
    }
  }

  @Test
  void aDryRunIsShownWhileItRunsAndThenAsAReport() throws Exception {
    assertThat(page("rules/dry-runs/0123456789abcdef-1").statusCode()).isEqualTo(404);
    var policy =
        Rulesets.founding().files().stream()
            .filter(file -> file.path().equals("rules/policy.yaml"))
            .findFirst()
            .orElseThrow()
            .text()
            .replace(
                "then: {zone: commons, conditions: [attribution, share-alike-if-licence]}",
                "then: {zone: market}");
    var begun =
        registry.post(
            "api/v1/rules/dry-runs",
            "application/json",
            JSON.writeValueAsString(Map.of("files", Map.of("rules/policy.yaml", policy))));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var id = JSON.readTree(begun.body()).get("id").asText();
    var path = "rules/dry-runs/" + id;
    var first = page(path);
    if (first.body().contains("<progress")) {
      assertThat(first.headers().firstValue("Refresh")).contains("5");
      assertThat(first.body()).contains("?watch=no");
      assertThat(page(path + "?watch=no").headers().firstValue("Refresh")).isEmpty();
    }
    var report = finished(id);
    var body = body(path);
    var moved = report.at("/matrix/commons/market").asLong();
    assertThat(moved).isPositive();
    assertThat(page(path).headers().firstValue("Refresh")).isEmpty();
    assertThat(body)
        .contains(moved + " datasets go from “Commons” to “Needs an agreement”.")
        .contains("class=\"band stricter\"", "stricter: fewer may use")
        .contains(HASH, report.get("hash").asText(), report.at("/after/hash").asText())
        .contains(
            "/datasets/" + report.at("/cells").findPath("samples").get(0).get("slug").asText())
        .contains("zone-open-licence");
    assertThat(report.at("/tests/broken").size()).isPositive();
    assertThat(body).contains("come out differently under the changed ones");
    assertThat(body(path + "?by=licence&lang=de")).contains("Namensnennung (BY)", "strenger");
    assertThat(page(path + "?by=nonsense").statusCode()).isEqualTo(400);
    assertThat(body("rules/dry-runs")).contains("/" + path);
  }

  private com.fasterxml.jackson.databind.JsonNode finished(String id) throws Exception {
    var deadline = System.nanoTime() + java.time.Duration.ofMinutes(2).toNanos();
    while (true) {
      var state = JSON.readTree(registry.get("api/v1/rules/dry-runs/" + id).body());
      if (state.get("state").asText().equals("done")) {
        return state.get("report");
      }
      assertThat(state.get("state").asText()).isEqualTo("running");
      assertThat(System.nanoTime()).as("it ends").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  @Test
  void offersAreReadComparedAndExported() {
    assertThat(body("offers")).contains("10 offers", "href=\"/offers/commons-open\"");
    assertThat(body("offers/training-commercial-attribution"))
        .contains("What may be done", "What this does not cover", "What this form cannot say");
    assertThat(body("offers/training-commercial-attribution?lang=de"))
        .contains("Was erlaubt ist", "Was dies nicht umfasst");
    assertThat(body("offers/diff?a=commons-open&b=research-open"))
        .contains("What differs", "<option value=\"research-open\" selected");
    assertThat(body("offers/diff?a=commons-open&b=commons-open")).contains("ask for the same");
    assertThat(body("offers/diff")).contains("First offer").doesNotContain("What differs");
    assertThat(page("offers/diff?a=commons-open&b=none").statusCode()).isEqualTo(404);
    assertThat(page("offers/none").statusCode()).isEqualTo(404);
  }

  @Test
  void everyPageOfARuleAndAnOfferIsComplete() {
    for (var rule : Rulesets.founding().rules()) {
      assertThat(body("rules/" + rule.id() + "?lang=de")).contains("<h1>");
      assertThat(body("rules/" + rule.id() + "?lang=en")).contains("<h1>");
    }
    var sitemap = page("sitemap-1.xml").body();
    assertThat(sitemap).contains("/rules/zone-pd<", "/offers/commons-open<", "/rulesets<");
  }
}
