package org.commonsregistry.classification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.rdf.RdfStore;
import org.commonsregistry.ruleset.RulesetHash;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.testing.TestRegistry;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verdicts over HTTP: reached, shown, recomputed, and moved by what they rest on. */
class ClassificationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T12:00:00Z"));
  private TestRegistry registry;

  /** A clock that a test can put forward. */
  private static final class MovableClock extends Clock {
    private volatile Instant now;

    MovableClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void start() {
    registry = TestRegistry.empty(clock);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void aVerdictNamesItsRulesAndIsRecomputedBitForBit() throws IOException {
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    var verdict = verdict("licensed");
    assertThat(verdict.path("zone").asText()).isEqualTo("commons");
    assertThat(verdict.path("judgements").path(0).path("status").asText())
        .isEqualTo("open-licence");
    assertThat(verdict.path("judgements").path(0).path("fired")).isNotEmpty();
    assertThat(verify(verdict)).isEqualTo("verified");
    ((ObjectNode) verdict).put("zone", "market");
    assertThat(verify(verdict)).isEqualTo("different");
  }

  @Test
  void aPublishedVerdictStaysVerifiableAfterTheDatasetChanged() throws IOException {
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    var before = verdict("licensed");
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by-nc/4.0/> ; " + OWNER);
    assertThat(verdict("licensed").path("zone").asText()).isEqualTo("use-restricted");
    assertThat(verify(before)).isEqualTo("verified");
  }

  @Test
  void whatWasDeletedByOrderIsSaidNotToBeRecomputable() throws IOException {
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    var verdict = verdict("licensed");
    var ledger = registry.context().getBean(Ledger.class);
    var order =
        ledger
            .redact(verdict.path("sequence").asLong(), Actor.OPERATOR, CanonicalQuads.EMPTY)
            .orElseThrow();
    var answer = verification(verdict);
    assertThat(answer.path("outcome").asText()).isEqualTo("not-recomputable");
    assertThat(answer.path("reason").asText()).contains("entry " + order.sequence());
  }

  @Test
  void withoutALicenceNothingIsDecidedAndTheMissingFactsAreNamed() throws IOException {
    publish("bare", "dct:description \"No terms\"@en");
    assertThat(verdict("bare").path("zone").asText()).isEqualTo("undetermined");
    var explanation = json(registry.get("api/v1/datasets/bare/explanation").body());
    assertThat(explanation.path("places").path(0).path("missing")).isNotEmpty();
    assertThat(permission("bare", "train").path("answer").asText()).isEqualTo("UNKNOWN");
  }

  @Test
  void aLabelByAThirdPartyOpensNothing() throws IOException {
    publish(
        "laundered",
        "dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ;"
            + " fact:licenceDeclaredBy \"third-party\"");
    assertThat(verdict("laundered").path("zone").asText()).isEqualTo("undetermined");
    assertThat(permission("laundered", "train").path("answer").asText()).isEqualTo("UNKNOWN");
  }

  @Test
  void contradictingLicencesDecideNothing() throws IOException {
    publish(
        "contradicted",
        "dct:license <https://creativecommons.org/licenses/by/4.0/>,"
            + " <https://creativecommons.org/licenses/by-nc/4.0/> ; "
            + OWNER);
    var verdict = verdict("contradicted");
    assertThat(verdict.path("facts").path("licenceConflict").asText()).isEqualTo("true");
    assertThat(verdict.path("zone").asText()).isEqualTo("undetermined");
  }

  @Test
  void aChildIsNeverFriendlierThanItsParentAndMovesWithIt() throws Exception {
    publish("parent", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    publish(
        "child",
        "dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; "
            + OWNER
            + " ; prov:wasDerivedFrom <"
            + address("parent")
            + ">");
    eventually(() -> shownZone("child").equals("commons"));
    publish("parent", "dct:license <https://creativecommons.org/licenses/by-nc/4.0/> ; " + OWNER);
    eventually(() -> shownZone("child").equals("use-restricted"));
    assertThat(verdict("child").path("zone").asText()).isEqualTo("use-restricted");
    assertThat(verify(verdict("child"))).isEqualTo("verified");
    registry
        .context()
        .getBean(Datasets.class)
        .withdraw(new DatasetId("parent"), Actor.OPERATOR, "a test");
    eventually(() -> shownZone("child").equals("undetermined"));
  }

  @Test
  void aLicenceConcludedForAPartDoesNotReplaceWhatIsDeclaredForTheWhole() throws IOException {
    publish(
        "parts",
        "commons:declaredLicence [ a commons:LicenceStatement ; commons:licenceText"
            + " \"CC-BY-NC-4.0\" ] ; commons:concludedLicence [ a commons:LicenceStatement ;"
            + " commons:licenceText \"CC-BY-4.0\" ; commons:covers \"the images\" ] ; "
            + OWNER);
    assertThat(verdict("parts").path("zone").asText()).isEqualTo("use-restricted");
    var answer =
        json(registry.get("api/v1/permissions?dataset=parts&use=train&actor=commercial").body());
    assertThat(answer.path("answers").path("train").path("answer").asText())
        .isEqualTo("NEEDS_AGREEMENT");
  }

  @Test
  void anAnswerNeverExceedsThatForTheParentAndInheritsItsDuties() throws IOException {
    publish("shared", "dct:license <https://creativecommons.org/licenses/by-sa/4.0/> ; " + OWNER);
    publish("limited", "dct:license <https://creativecommons.org/licenses/by-nc/4.0/> ; " + OWNER);
    publish("of-shared", CC0 + " ; prov:wasDerivedFrom <" + address("shared") + ">");
    publish("of-limited", CC0 + " ; prov:wasDerivedFrom <" + address("limited") + ">");
    var shared = permission("of-shared", "redistribute");
    assertThat(shared.path("answer").asText()).isEqualTo("WITH_DUTIES");
    assertThat(shared.path("duties").toString()).contains("share-alike", "attribute");
    var limited =
        json(
            registry
                .get("api/v1/permissions?dataset=of-limited&use=train&actor=commercial")
                .body());
    assertThat(limited.path("answers").path("train").path("answer").asText())
        .isEqualTo("NEEDS_AGREEMENT");
    var found = "api/v1/search?use=redistribute&actor=commercial&place=DE";
    assertThat(registry.get(found).body()).contains("\"of-shared\"").doesNotContain("of-limited");
    assertThat(registry.get(found + "&without=share-alike").body()).doesNotContain("of-shared");
  }

  /** As a process leaves it that ends between a parent's change and showing its children anew. */
  @Test
  void aChildThatWasNotShownAnewIsAfterARestart() throws Exception {
    publish("parent", "dct:license <https://creativecommons.org/licenses/by-nc/4.0/> ; " + OWNER);
    publish("child", CC0 + " ; prov:wasDerivedFrom <" + address("parent") + ">");
    eventually(() -> shownZone("child").equals("use-restricted"));
    showOldVerdict("child", "parent");
    assertThat(shownZone("child")).isEqualTo("commons");
    assertThat(registry.context().getBean(StaleVerdicts.class).overtaken())
        .containsExactly("urn:commons:dataset:child");
    registry = registry.restarted(Map.of());
    eventually(() -> shownZone("child").equals("use-restricted"));
    assertThat(registry.context().getBean(StaleVerdicts.class).overtaken()).isEmpty();
  }

  /** The verdict graph of a child from before its parent was what it is. */
  private void showOldVerdict(String child, String parent) {
    var base = registry.context().getBean(BaseIri.class);
    var graph = NodeFactory.createURI(base.resolve("verdicts/" + child));
    var dataset = NodeFactory.createURI(address(child));
    var ruleset =
        registry.context().getBean(Rulesets.class).current().orElseThrow().ruleset().hash();
    var old =
        List.of(
            Quad.create(graph, dataset, Terms.VERDICT, graph),
            Quad.create(graph, graph, Terms.TYPE, Terms.VERDICT_CLASS),
            Quad.create(graph, graph, Terms.SUBJECT, dataset),
            Quad.create(graph, graph, Terms.ZONE, Terms.commons("zone-commons")),
            Quad.create(graph, graph, Terms.PARENT, NodeFactory.createURI(address(parent))),
            Quad.create(graph, graph, Terms.ENGINE, literal(Verdict.ENGINE, XSDDatatype.XSDstring)),
            Quad.create(
                graph, graph, Terms.RULESET_HASH, literal(ruleset.hex(), XSDDatatype.XSDhexBinary)),
            Quad.create(
                graph, graph, Terms.SEQUENCE, literal("1", XSDDatatype.XSDnonNegativeInteger)));
    registry.context().getBean(RdfStore.class).replace(List.of(graph), old);
  }

  private static Node literal(String text, XSDDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  @Test
  void whatIsMadeFromSomethingUnknownIsUndetermined() throws IOException {
    publish(
        "mixture",
        "dct:license <https://creativecommons.org/licenses/by/4.0/> ; "
            + OWNER
            + " ; prov:wasDerivedFrom [ rdfs:label \"some crawl\" ]");
    var verdict = verdict("mixture");
    assertThat(verdict.path("zone").asText()).isEqualTo("undetermined");
    assertThat(verdict.path("parents").path(0).path("name").asText()).isEqualTo("some crawl");
  }

  @Test
  void publicDomainDayMovesExactlyWhatIsDueWithoutAnybodyVoting() throws Exception {
    publish(
        "poems",
        "fact:kind \"text\" ; fact:creatorDeathYear \"1956\"^^xsd:gYear ;"
            + " fact:firstPublishedYear \"1920\"^^xsd:gYear ; fact:sourceCountry \"DE\" ;"
            + " fact:firstPublishedCountry \"DE\"");
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    eventually(() -> !shownZone("poems").isEmpty());
    assertThat(shownZone("poems")).isNotEqualTo("commons");
    var explanation = json(registry.get("api/v1/datasets/poems/explanation").body());
    assertThat(explanation.path("nextChange").path("on").asText()).isEqualTo("2027-01-01");
    var due = registry.context().getBean(StaleVerdicts.class).due(LocalDate.of(2027, 1, 1));
    assertThat(due).containsExactly("urn:commons:dataset:poems");
    clock.now = Instant.parse("2027-01-01T00:00:01Z");
    publish("something-else", "dct:description \"It wakes the registry\"@en");
    eventually(() -> shownZone("poems").equals("commons"));
    var runs = registry.context().getBean(ClassificationRuns.class);
    eventually(() -> !runs.history().isEmpty());
  }

  @Test
  void anotherRulesetClassifiesEverythingAnewAndRecordsARunThatCanBeRecomputed() throws Exception {
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    publish("bare", "dct:description \"No terms\"@en");
    eventually(() -> shownZone("licensed").equals("commons"));
    var before = verdict("licensed");
    var adopted = registry.post("api/v1/rulesets", "application/json", withoutOpenLicences());
    assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(200);
    eventually(() -> shownZone("licensed").equals("undetermined"));
    assertThat(verify(before)).as("reached under the earlier ruleset").isEqualTo("verified");
    var runs = registry.context().getBean(ClassificationRuns.class);
    var hash = json(adopted.body()).path("hash").asText();
    eventually(() -> runs.history().stream().anyMatch(run -> run.run().rulesetHash().equals(hash)));
    var run = runs.history().getFirst().run();
    var ruleset =
        registry.context().getBean(Rulesets.class).byHash(new RulesetHash(hash)).orElseThrow();
    assertThat(runs.compute(ruleset, LocalDate.parse(run.date()), run.sequence())).isEqualTo(run);
    assertThat(run.zones()).containsEntry("undetermined", 2L);
  }

  @Test
  void aDryRunTellsWhatWouldMoveAndMovesNothing() throws Exception {
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    publish("bare", "dct:description \"No terms\"@en");
    var begun = registry.post("api/v1/rules/dry-runs", "application/json", withoutOpenLicences());
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var path = "api/v1/rules/dry-runs/" + json(begun.body()).path("id").asText();
    eventually(() -> json(registry.get(path).body()).path("state").asText().equals("done"));
    var report = json(registry.get(path).body()).path("report");
    assertThat(report.path("total").asLong()).isEqualTo(2);
    assertThat(report.path("moved").asLong()).isEqualTo(1);
    assertThat(report.path("matrix").path("commons").path("undetermined").asLong()).isEqualTo(1);
    assertThat(report.path("tests").path("broken")).isNotEmpty();
    assertThat(report.path("rules").path("changed").toString()).contains("zone-open-licence");
    assertThat(verdict("licensed").path("zone").asText()).isEqualTo("commons");
  }

  @Test
  void aQueryListsTheCommonsWithTheRuleThatPutItThere() throws Exception {
    publish("licensed", "dct:license <https://creativecommons.org/licenses/by/4.0/> ; " + OWNER);
    eventually(() -> shownZone("licensed").equals("commons"));
    var query =
        "SELECT ?d ?rule { ?v a commons:Verdict ; dct:subject ?d ; commons:zone"
            + " commons:zone-commons ; commons:firedRule ?rule }";
    var answer = registry.get("sparql?query=" + encoded(query), "Accept", "text/csv").body();
    assertThat(answer).contains("/datasets/licensed,", "/rules/zone-open-licence");
    var turtle = registry.get("datasets/licensed.ttl").body();
    assertThat(turtle).contains("commons:Verdict", "commons:zone-commons", "prov:used");
  }

  @Test
  void anybodyMayAskWhatFollowsFromFacts() throws IOException {
    var facts = "{\"kind\": \"text\", \"creatorDeathYear\": 1955, \"sourceCountry\": \"DE\"}";
    var answer = json(classified(facts, "?place=DE&date=2026-01-01").body());
    assertThat(answer.path("status").asText()).isEqualTo("pd");
    assertThat(answer.path("zone").asText()).isEqualTo("commons");
    var before = json(classified(facts, "?place=DE&date=2025-12-31").body());
    assertThat(before.path("nextChange").toString()).contains("2026-01-01");
    for (var bad :
        List.of("{", "[]", "{\"colour\": \"red\"}", "{\"creatorDeathYear\": \"soon\"}")) {
      var refused = classified(bad, "");
      assertThat(refused.statusCode()).as(bad).isEqualTo(400);
      assertThat(refused.body()).as(bad).contains("\"expected\"", "\"received\"");
    }
    assertThat(classified("\"" + "x".repeat(70_000) + "\"", "").statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> classified(String facts, String question) {
    return registry.send(
        registry
            .request("api/v1/classify" + question, "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(facts)));
  }

  @Test
  void badQuestionsAreAnsweredWithWhatWasExpected() {
    publish("bare", "dct:description \"No terms\"@en");
    for (var bad :
        new String[] {
          "api/v1/permissions?dataset=bare&use=teach",
          "api/v1/permissions?dataset=bare&actor=robot",
          "api/v1/permissions?dataset=bare&actor=commercial%2Bnon-commercial",
          "api/v1/permissions?dataset=bare&place=Germany",
          "api/v1/permissions?dataset=bare&date=tomorrow",
          "api/v1/permissions",
          "api/v1/datasets/bare/verdict?place=XX1"
        }) {
      var answer = registry.get(bad);
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
      assertThat(answer.body()).as(bad).contains("\"expected\"", "\"remedy\"");
    }
    assertThat(registry.get("api/v1/permissions?dataset=nowhere").statusCode()).isEqualTo(404);
    assertThat(registry.post("api/v1/verify", "application/json", "{").statusCode()).isEqualTo(400);
    var refused =
        registry.post(
            "api/v1/rulesets",
            "application/json",
            "{\"files\": {\"rules/policy.yaml\": \"rules: [{id: x}]\"}}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("rules/policy.yaml:1");
  }

  private static final String OWNER = "fact:licenceDeclaredBy \"rightsholder\"";

  private static final String CC0 =
      "dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; " + OWNER;

  private void publish(String name, String statements) {
    var answer =
        registry.post(
            "api/v1/datasets",
            "text/turtle",
            """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix commons: <https://commonsregistry.org/ns#> .
            @prefix fact: <https://commonsregistry.org/ns/fact/> .
            <https://data.example/%s> a dcat:Dataset ; dct:title "%s"@en ; %s .
            """
                .formatted(name, name, statements));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    var projector = registry.context().getBean(Projector.class);
    var head = registry.context().getBean(Ledger.class).head();
    assertThat(projector.await(head, PATIENCE)).isTrue();
  }

  private JsonNode verdict(String slug) throws IOException {
    var answer = registry.get("api/v1/datasets/" + slug + "/verdict");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body());
  }

  private JsonNode permission(String slug, String use) throws IOException {
    var answer = registry.get("api/v1/permissions?dataset=" + slug + "&use=" + use);
    return json(answer.body()).path("answers").path(use);
  }

  private JsonNode verification(JsonNode verdict) throws IOException {
    return json(registry.post("api/v1/verify", "application/json", verdict.toString()).body());
  }

  private String verify(JsonNode verdict) throws IOException {
    return verification(verdict).path("outcome").asText();
  }

  private String address(String slug) {
    return registry.context().getBean(BaseIri.class).resolve("datasets/" + slug);
  }

  /** In the RDF view, empty when there is none. */
  private String shownZone(String slug) {
    var query =
        "SELECT ?z { ?v dct:subject <"
            + address(slug)
            + "> ; a commons:Verdict ; commons:zone ?z }";
    var answer = registry.get("sparql?query=" + encoded(query), "Accept", "text/csv").body();
    var lines = answer.lines().skip(1).toList();
    return lines.isEmpty() ? "" : lines.getFirst().replaceFirst(".*#zone-", "").strip();
  }

  /** A small ruleset in which an open licence decides nothing. */
  private String withoutOpenLicences() {
    var body = JSON.createObjectNode();
    var files = body.putObject("files").putNull("must-stay-commons.yaml");
    registry.context().getBean(Rulesets.class).current().orElseThrow().ruleset().files().stream()
        .map(file -> file.path())
        .filter(path -> path.startsWith("rules/"))
        .forEach(files::putNull);
    files.put(
        "rules/small.yaml",
        """
        rules:
        - id: licence-open
          layer: status
          jurisdiction: ["*"]
          title: {en: Open licences, de: Offene Lizenzen}
          says: {en: An open licence is an open licence., de: Eine offene Lizenz ist offen.}
          basis: {type: licence, cite: Open Definition 2.1}
          when: {fact: licenceFamily, in: [by, by-sa]}
          then: {status: open-licence}
          tests:
          - {facts: {licenceFamily: by}, asOf: "2026-01-01", expect: open-licence}
        - id: zone-open-licence
          layer: policy
          title: {en: Open licences wait, de: Offene Lizenzen warten}
          says: {en: Nothing is decided., de: Nichts ist entschieden.}
          basis: {type: community, cite: A test}
          when: {fact: status, is: open-licence}
          then: {zone: undetermined}
          tests:
          - {facts: {status: open-licence}, asOf: "2026-01-01", expect: undetermined}
        """);
    return body.toString();
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited long enough").isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
