package org.commonsregistry.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.intake.IntakeFormat;
import org.commonsregistry.testing.TestHome;
import org.commonsregistry.vocabulary.Shapes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody stated about a dataset comes out in every form, and in again. */
class FactRoundTripTest {
  private static final TestHome HOME = new TestHome();
  private static final String STATED =
      """
      @prefix commons: <https://commonsregistry.org/ns#> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix fact: <https://commonsregistry.org/ns/fact/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix ex: <https://source.example/> .
      ex:library a commons:StatementSet ; prov:wasAttributedTo ex:l ;
        prov:hadPrimarySource <https://library.example/1> .
      ex:heirs a commons:StatementSet ; prov:wasAttributedTo ex:h ;
        prov:hadPrimarySource <https://heirs.example/1> .
      ex:l foaf:name "Town library" .
      ex:h foaf:name "The heirs" .
      ex:library { <https://registry.example/datasets/letters> a dcat:Dataset ;
        dct:title "Letters"@en ; dct:description "Said for a test."@en ;
        fact:kind "text" ; fact:creatorDeathYear "1955"^^xsd:gYear ; fact:contested false ;
        fact:shelf "B 7" . }
      ex:heirs { <https://registry.example/datasets/letters> a dcat:Dataset ;
        dct:title "Letters"@en ; fact:creatorDeathYear "1956"^^xsd:gYear ; fact:contested true ;
        commons:preference ex:p1, ex:p2, ex:p3 .
        ex:p1 a commons:Preference ; commons:signal "content-usage" ;
          commons:raw "train-ai=n, search=y" ; commons:carrier "HTTP header" ;
          dct:date "2026-10-02"^^xsd:date ; dct:source <https://heirs.example/a.csv> .
        ex:p2 a commons:Preference ; commons:signal "content-usage" ;
          commons:raw "train-ai=n, search=y" ; dct:source <https://heirs.example/b.csv> .
        ex:p3 a commons:Preference ; commons:signal "tdmrep" ;
          commons:raw '[{"location": "/",\\n  "tdm-reservation": 1}]' . }
      """;
  private static final List<String> STATED_BY =
      List.of(
          "contested false https://library.example/1",
          "contested true https://heirs.example/1",
          "creatorDeathYear 1955 https://library.example/1",
          "creatorDeathYear 1956 https://heirs.example/1",
          "kind text https://library.example/1",
          "shelf B 7 https://library.example/1");
  private static final List<String> SIGNALS =
      List.of(
          "content-usage train-ai=n, search=y  https://heirs.example/b.csv ",
          "content-usage train-ai=n, search=y HTTP header https://heirs.example/a.csv 2026-10-02",
          "tdmrep [{\"location\": \"/\",\n  \"tdm-reservation\": 1}]   ");
  private static Catalogue catalogue;
  private static URI server;

  @BeforeAll
  static void fill() {
    catalogue =
        new Catalogue(HOME.open(Map.of("commons.base-iri", "https://registry.example/")))
            .unseeded();
    server = catalogue.get(EmbeddedServer.class).start().getURI();
    catalogue.take(stream(STATED), IntakeFormat.TRIG);
  }

  @AfterAll
  static void tidy() {
    catalogue.context().close();
    HOME.close();
  }

  @Test
  void eachFactKeepsWhoStatedIt() {
    assertThat(stated(catalogue.current("letters").dataset())).isEqualTo(STATED_BY);
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, TURTLE",
    "jsonld, JSON_LD",
    "nt, N_TRIPLES",
    "rdf, RDF_XML",
    "nq, N_QUADS",
    "trig, TRIG"
  })
  void theFactsComeOutInEveryFormAndInAgain(String suffix, IntakeFormat format) {
    var copy = copied(suffix, format);
    assertThat(said(copy)).isEqualTo(said(catalogue.current("letters"))).hasSize(6);
    assertThat(signals(copy.dataset())).isEqualTo(SIGNALS);
  }

  @ParameterizedTest
  @CsvSource({"nq, N_QUADS", "trig, TRIG"})
  void theStatementsKeepWhoStatedIt(String suffix, IntakeFormat format) {
    assertThat(stated(copied(suffix, format).dataset())).isEqualTo(STATED_BY);
  }

  @ParameterizedTest
  @CsvSource({"ttl, TURTLE", "jsonld, JSON_LD"})
  void aDescriptionWithFactsHoldsAgainstOurShapes(String suffix, IntakeFormat format) {
    var graph =
        RDFParser.fromString(
                get(suffix), format == IntakeFormat.TURTLE ? Lang.TURTLE : Lang.JSONLD11)
            .toGraph();
    assertThat(Shapes.emitted().check(graph, "en").findings()).isEmpty();
  }

  @Test
  void theSignalsOfADatasetAreInItsCroissantFileAndComeInAgain() {
    var copy = answer("/datasets/letters.croissant.json").replace("/letters", "/copy-croissant");
    catalogue.take(stream(copy), IntakeFormat.JSON_LD);
    assertThat(catalogue.current("copy-croissant").dataset().preferences())
        .extracting(it -> it.signal() + " " + it.raw())
        .containsExactlyInAnyOrder(
            "content-usage train-ai=n, search=y",
            "content-usage train-ai=n, search=y",
            "tdmrep [{\"location\": \"/\",\n  \"tdm-reservation\": 1}]");
  }

  @Test
  void theApiListsTheSignals() throws IOException {
    var signals =
        new ObjectMapper().readTree(answer("/api/v1/datasets/letters")).findValue("preferences");
    assertThat(signals.findValuesAsText("raw")).hasSize(3).contains("train-ai=n, search=y");
  }

  @Test
  void theApiListsTheFacts() throws IOException {
    var facts = new ObjectMapper().readTree(answer("/api/v1/datasets/letters")).findValue("facts");
    assertThat(facts.findValuesAsText("name")).hasSize(6).contains("creatorDeathYear");
  }

  private static DatasetVersion copied(String suffix, IntakeFormat format) {
    var copy = get(suffix).replace("/letters", "/copy-" + suffix);
    catalogue.take(stream(copy), format);
    return catalogue.current("copy-" + suffix);
  }

  private static String get(String suffix) {
    return answer("/datasets/letters." + suffix);
  }

  private static String answer(String path) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(server.resolve(path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> stated(Dataset dataset) {
    return dataset.facts().stream()
        .map(
            fact ->
                fact.name()
                    + " "
                    + fact.value()
                    + " "
                    + dataset.sources().get(fact.source()).where())
        .toList();
  }

  private static List<String> signals(Dataset dataset) {
    return dataset.preferences().stream()
        .map(it -> String.join(" ", it.signal(), it.raw(), it.carrier(), it.where(), it.when()))
        .toList();
  }

  private static List<String> said(DatasetVersion version) {
    return version.dataset().facts().stream()
        .map(fact -> fact.name() + " " + fact.value())
        .distinct()
        .sorted()
        .toList();
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
