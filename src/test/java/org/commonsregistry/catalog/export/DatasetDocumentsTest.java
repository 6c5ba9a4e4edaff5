package org.commonsregistry.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.VersionDiff;
import org.commonsregistry.catalog.intake.IntakeFormat;
import org.commonsregistry.category.Categories;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.testing.Approved;
import org.commonsregistry.testing.TestHome;
import org.commonsregistry.vocabulary.Shapes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetDocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TestHome HOME = new TestHome();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String TALES = "/datasets/river-tales";
  private static ApplicationContext context;
  private static Catalogue catalogue;
  private static URI server;

  @BeforeAll
  static void fill() {
    context = HOME.open(Map.of("commons.base-iri", "https://registry.example/"));
    catalogue = new Catalogue(context).unseeded();
    server = context.getBean(EmbeddedServer.class).start().getURI();
    context.getBean(Categories.class).foundOnce();
    catalogue.take(sample("river-tales.trig"), IntakeFormat.TRIG);
    for (var i = 1; i <= 3; i++) {
      catalogue.turtle(other("town-budget-" + i, "Town budget " + i));
    }
    catalogue.turtle(other("market-days", "Market days"));
    catalogue.turtle(other("market-days", "Market days of the region"));
    catalogue.turtle(other("old-letters", "Old letters"));
    context
        .getBean(Datasets.class)
        .withdraw(new DatasetId("old-letters"), Actor.OPERATOR, "The heirs asked for it.");
  }

  @AfterAll
  static void tidy() {
    context.close();
    HOME.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle;charset=utf-8",
    "jsonld, application/ld+json",
    "nt, application/n-triples",
    "rdf, application/rdf+xml",
    "nq, application/n-quads",
    "trig, application/trig"
  })
  void everySuffixIsServedAndApproved(String suffix, String type) {
    var answer = get(TALES + "." + suffix);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    Approved.check("dataset/river-tales." + suffix, withoutDay(answer.body()));
    var read = RDFParser.fromString(answer.body(), lang(suffix)).toDatasetGraph();
    assertThat(read.stream().count()).isGreaterThan(40);
    assertThat(get(TALES + "." + suffix).body()).isEqualTo(answer.body());
  }

  @Test
  void theSuffixWinsOverTheAcceptHeader() {
    for (var accept : List.of("text/html,*/*;q=0.1", "text/html", "text/turtle", "image/png")) {
      assertThat(get(TALES + ".nt", "Accept", accept).headers().firstValue("Content-Type"))
          .as(accept)
          .contains("application/n-triples");
    }
  }

  @Test
  void theServedDescriptionHoldsAgainstOurShapes() {
    for (var suffix : List.of("ttl", "jsonld", "nt", "rdf")) {
      var graph = RDFParser.fromString(get(TALES + "." + suffix).body(), lang(suffix)).toGraph();
      assertThat(Shapes.emitted().check(graph, "en").findings()).as(suffix).isEmpty();
    }
  }

  @Test
  void contradictingLicencesAreBothThereWithTheirSources() {
    var turtle = get(TALES + ".ttl").body();
    assertThat(turtle).contains("commons:declaredLicence", "\"CC-BY-4.0\"");
    assertThat(turtle).contains("commons:concludedLicence", "\"CC-BY-NC-4.0\"", "the page images");
    assertThat(turtle)
        .contains("https://tales.example/licence", "https://audit.example/reports/17");
    assertThat(get(TALES + ".nq").body().lines().filter(line -> line.contains("licenceText")))
        .hasSize(2)
        .allMatch(line -> line.contains("<https://registry.example/statements/river-tales/"));
  }

  @Test
  void theJsonLdNeedsNothingFromElsewhere() throws IOException {
    var document = JSON.readTree(get(TALES + ".jsonld").body());
    assertThat(document.path("@context").isObject()).isTrue();
    assertThat(document.path("@context").path("dcat").asText())
        .isEqualTo("http://www.w3.org/ns/dcat#");
  }

  @Test
  void theStatementsComeInAgainWithoutAnyChange() {
    var before = catalogue.current("river-tales");
    var bytes = get(TALES + ".nq").body().getBytes(StandardCharsets.UTF_8);
    catalogue.take(new ByteArrayInputStream(bytes), IntakeFormat.N_QUADS);
    var base = context.getBean(BaseIri.class);
    var after = catalogue.current("river-tales");
    assertThat(VersionDiff.between(before, after, base).changes()).isEmpty();
    assertThat(after.sequence()).isEqualTo(before.sequence());
  }

  @Test
  void anAnswerTheClientHasIsNotSentAgain() {
    for (var path :
        List.of(
            TALES + ".ttl",
            TALES + ".croissant.json",
            "/catalog.ttl",
            "/api/v1/datasets",
            "/api/v1" + TALES,
            "/ns.ttl",
            "/categories/books.ttl",
            "/api/v1/categories")) {
      var tag = get(path).headers().firstValue("ETag").orElseThrow();
      var again = get(path, "If-None-Match", tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void aPastStateIsAMemento() {
    var versions = catalogue.get(Datasets.class).history(new DatasetId("market-days"));
    var first = versions.getFirst();
    var answer = get("/datasets/market-days.ttl?asOf=" + first.sequence());
    assertThat(answer.body()).contains("Market days").doesNotContain("of the region");
    assertThat(answer.headers().firstValue("Memento-Datetime")).isPresent();
    var links = String.join(", ", answer.headers().allValues("Link"));
    assertThat(links)
        .contains(
            "rel=\"original timegate\"", "rel=\"timemap\"", "first memento", "last next memento");
    assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept-Datetime");
    assertThat(get("/datasets/market-days.ttl").headers().firstValue("Memento-Datetime")).isEmpty();
    assertThat(get("/datasets/market-days.ttl?asOf=2999-01-01").body()).contains("of the region");
  }

  @Test
  void theTimeGateLeadsToTheStateOfThatTime() {
    var first = catalogue.get(Datasets.class).history(new DatasetId("market-days")).getFirst();
    var gate = get("/datasets/market-days.ttl", "Accept-Datetime", "Mon, 05 Jan 1970 08:00:00 GMT");
    assertThat(gate.statusCode()).isEqualTo(302);
    assertThat(gate.headers().firstValue("Location"))
        .contains("/datasets/market-days.ttl?asOf=" + first.sequence());
    assertThat(gate.headers().firstValue("Vary").orElseThrow()).contains("Accept-Datetime");
    var wrong = get("/datasets/market-days.ttl", "Accept-Datetime", "yesterday");
    assertThat(wrong.statusCode()).isEqualTo(400);
  }

  /** A verdict names the day and the ruleset; both change without this description. */
  private static String withoutDay(String text) {
    return text.replaceAll(LocalDate.now(ZoneOffset.UTC) + "(?!T)", "(today)")
        .replace(Rulesets.founding().hash().hex(), "(ruleset)");
  }

  @Test
  void theTimeMapAndTheLinkSetAreApproved() {
    Approved.check("dataset/market-days.timemap", get("/datasets/market-days/timemap").body());
    Approved.check("dataset/river-tales.linkset.json", get(TALES + "/linkset").body());
    Approved.check(
        "dataset/river-tales.link.txt",
        get(TALES + ".ttl").headers().allValues("Link").getFirst().replace(", <", ",\n<") + "\n");
    assertThat(get(TALES + "/linkset").headers().firstValue("Content-Type"))
        .contains("application/linkset+json");
  }

  @Test
  void badMomentsAreExplained() {
    assertThat(get(TALES + ".ttl?asOf=0").statusCode()).isEqualTo(404);
    assertThat(get(TALES + ".ttl?asOf=999999").body()).contains("has not reached");
    var wrong = get(TALES + ".ttl?asOf=soon");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("a ledger number (42)");
  }

  @Test
  void whatWasWithdrawnIsGoneAndSaysWhy() {
    var answer = get("/datasets/old-letters.ttl");
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("The heirs asked for it.", "asOf=");
    assertThat(get("/api/v1/datasets/old-letters").statusCode()).isEqualTo(410);
    var history = catalogue.get(Datasets.class).history(new DatasetId("old-letters"));
    assertThat(get("/datasets/old-letters.ttl?asOf=" + history.getFirst().sequence()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aMistypedNameIsAnsweredWithNearOnes() {
    var answer = get("/datasets/town-budgets.ttl");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("/datasets/town-budget-1");
  }

  @Test
  void theCroissantFileKeepsTheRules() throws IOException {
    var answer = get(TALES + ".croissant.json");
    assertThat(CroissantRules.faults(JSON.readTree(answer.body()))).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/ld+json");
    Approved.check("dataset/river-tales.croissant.json", answer.body());
  }

  @Test
  void theSchemaOrgTextCannotLeaveItsScript() throws IOException {
    var text = context.getBean(SchemaOrg.class).of(catalogue.current("river-tales"), "de");
    assertThat(text).doesNotContain("<", ">", "&");
    assertThat(JSON.readTree(text).path("name").asText()).isEqualTo("Flussmärchen");
    assertThat(JSON.readTree(text).path("description").asText()).contains("</script>");
    Approved.check("dataset/river-tales.schema-org.json", JSON.readTree(text).toPrettyString());
  }

  @Test
  void thePageOfADatasetNamesItsDescriptions() {
    var links = context.getBean(Signposting.class).onPage(catalogue.current("river-tales"));
    assertThat(links)
        .contains("<https://registry.example/datasets/river-tales>; rel=\"cite-as\"")
        .contains("<https://tales.example/files/all.csv>; rel=\"item\"; type=\"text/csv\"")
        .contains("<https://spdx.org/licenses/CC-BY-4.0>; rel=\"license\"");
  }

  @Test
  void theListIsCompletePageByPage() throws IOException {
    var seen = new java.util.ArrayList<String>();
    var path = "/api/v1/datasets?limit=2";
    while (path != null) {
      var answer = get(path);
      var page = JSON.readTree(answer.body());
      assertThat(page.path("total").asInt()).isEqualTo(5);
      page.path("items").forEach(item -> seen.add(item.path("slug").asText()));
      path =
          answer
              .headers()
              .firstValue("Link")
              .map(it -> it.substring(1, it.indexOf('>')))
              .orElse(null);
    }
    assertThat(seen)
        .containsExactly(
            "market-days", "river-tales", "town-budget-1", "town-budget-2", "town-budget-3");
    assertThat(get("/api/v1/datasets?limit=501").statusCode()).isEqualTo(400);
  }

  @Test
  void versionsAndTheirDifferenceAreTold() throws IOException {
    var versions = JSON.readTree(get("/api/v1/datasets/old-letters/versions").body());
    assertThat(versions.path("versions")).hasSize(2);
    assertThat(versions.path("versions").path(1).path("withdrawn").asBoolean()).isTrue();
    var diff = JSON.readTree(get("/api/v1/datasets/market-days/diff").body());
    assertThat(diff.path("changes")).hasSize(1);
    var change = diff.path("changes").path(0);
    assertThat(change.path("source").path("by").asText()).isEqualTo("Test desk");
    assertThat(change.path("added").findValuesAsText("value"))
        .contains("Market days of the region");
    assertThat(change.path("removed").findValuesAsText("value")).contains("Market days");
    var history = catalogue.get(Datasets.class).history(new DatasetId("market-days"));
    assertThat(
            VersionDiff.between(
                    history.getFirst(), history.getFirst(), context.getBean(BaseIri.class))
                .changes())
        .isEmpty();
  }

  @Test
  void everyPageOfTheCatalogueIsValidAndLeadsOn() {
    var count = 0;
    var path = "/catalog.ttl?limit=2";
    while (path != null) {
      var answer = get(path);
      var graph = RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();
      assertThat(Shapes.emitted().check(graph, "en").findings()).isEmpty();
      assertThat(answer.body()).contains("totalItems");
      count++;
      path =
          answer
              .headers()
              .firstValue("Link")
              .map(it -> it.substring(1, it.indexOf('>')))
              .orElse(null);
    }
    assertThat(count).isEqualTo(3);
    assertThat(get("/catalog", "Accept", "text/turtle").headers().firstValue("Location"))
        .contains("/catalog.ttl");
  }

  @Test
  void categoriesAndVocabularyAreServed() throws IOException {
    assertThat(get("/categories/books.ttl").body()).contains("\"Books\"@en", "skos:Concept");
    assertThat(get("/categories.nt").body()).doesNotContain("urn:commons:");
    assertThat(JSON.readTree(get("/api/v1/categories/books").body()).path("broader").asText())
        .isEqualTo("text-and-language");
    assertThat(get("/categories/nonsense.ttl").statusCode()).isEqualTo(404);
    for (var path :
        List.of(
            "/ns.ttl",
            "/ns.nt",
            "/ns.jsonld",
            "/ns/shapes/intake.ttl",
            "/ns/shapes/emitted.ttl",
            "/ns/context.jsonld",
            "/ns/categories.ttl")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void namesOfPartsLeadToTheirDataset() {
    var set = catalogue.current("river-tales").dataset().sources().keySet().iterator().next();
    for (var path :
        List.of("/statements/river-tales/" + set, "/records/river-tales", "/nodes/river-tales/x")) {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).contains(TALES);
    }
  }

  private static HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Lang lang(String suffix) {
    return switch (suffix) {
      case "ttl" -> Lang.TURTLE;
      case "jsonld" -> Lang.JSONLD11;
      case "nt" -> Lang.NTRIPLES;
      case "rdf" -> Lang.RDFXML;
      case "nq" -> Lang.NQUADS;
      default -> Lang.TRIG;
    };
  }

  private static InputStream sample(String name) {
    return Objects.requireNonNull(
        DatasetDocumentsTest.class.getResourceAsStream("/catalog/export/" + name));
  }

  private static String other(String slug, String title) {
    return "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/>"
        + " .\n"
        + "<https://registry.example/datasets/"
        + slug
        + "> a dcat:Dataset ; dct:title \""
        + title
        + "\"@en ; dct:description \"Said for a test.\"@en ; dct:identifier \""
        + slug
        + "\" .";
  }
}
