package org.commonsregistry.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.commonsregistry.testing.TestRegistry;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StewardDocumentsTest {
  private static final String PAGE = "http://localhost:8080/stewards/town-archive";
  private static final Node STEWARD = NodeFactory.createURI(PAGE);
  private static TestRegistry registry;

  @BeforeAll
  static void fill() {
    registry = TestRegistry.empty();
    var turtle = new StringBuilder();
    turtle.append(
        """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        """);
    for (var name : List.of("births", "deaths", "marriages", "taxes", "wills")) {
      turtle.append(
          """
          <https://town.example/%1$s> a dcat:Dataset ; dct:identifier "%1$s" ;
            dct:title "Register of %1$s"@en ; dct:license <https://example.org/terms> ;
            dct:publisher [ a foaf:Agent ; foaf:name "Town archive" ;
              foaf:homepage <https://town.example/> ] .
          """
              .formatted(name));
    }
    var answer =
        registry.post("api/v1/imports?by=Tester&name=a.ttl", "text/turtle", turtle.toString());
    assertThat(answer.body()).contains("\"created\":5", "\"refused\":0");
    var number = answer.body().replaceAll("(?s).*\"sequence\":(\\d+).*", "$1");
    assertThat(registry.get("api/v1/views", "Commons-Sequence", number).statusCode())
        .isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle;charset=utf-8",
    "jsonld, application/ld+json",
    "nt, application/n-triples",
    "rdf, application/rdf+xml"
  })
  void aStewardComesInEveryFormBySuffixAndByAcceptAlike(String suffix, String type) {
    var bySuffix = registry.get("stewards/town-archive." + suffix, "Accept", "text/html");
    var byAccept = registry.get("stewards/town-archive", "Accept", type.split(";")[0]);
    assertThat(bySuffix.statusCode()).isEqualTo(200);
    assertThat(bySuffix.headers().firstValue("Content-Type")).contains(type);
    assertThat(byAccept.headers().firstValue("Content-Type")).contains(type);
    assertThat(byAccept.body()).isEqualTo(bySuffix.body());
    var graph = graph(bySuffix, suffix);
    assertThat(graph.contains(STEWARD, Terms.NAME, NodeFactory.createLiteralString("Town archive")))
        .isTrue();
    assertThat(graph.contains(STEWARD, Terms.HOMEPAGE, iri("https://town.example/"))).isTrue();
    assertThat(datasets(graph)).hasSize(5);
  }

  @Test
  void itsDatasetsComeInPagesThatLoseNoneAndRepeatNone() {
    var seen = new ArrayList<String>();
    var sizes = new ArrayList<Integer>();
    var at = "stewards/town-archive.nt?limit=2";
    while (!at.isEmpty()) {
      var answer = registry.get(at);
      var graph = graph(answer, "nt");
      var page = datasets(graph);
      seen.addAll(page);
      sizes.add(page.size());
      var link = answer.headers().firstValue("Link").orElseThrow();
      var next = link.replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1");
      at = link.contains("rel=\"next\"") ? next.substring(1) : "";
      assertThat(graph.contains(Node.ANY, Hydra.term("next"), Node.ANY)).isEqualTo(!at.isEmpty());
      assertThat(graph.contains(null, Hydra.term("totalItems"), integer("5"))).isTrue();
    }
    assertThat(sizes).containsExactly(2, 2, 1);
    assertThat(seen).doesNotHaveDuplicates().hasSize(5).isSorted();
  }

  @Test
  void itsDatasetsAreNamedAsTheyAreInTheCatalogue() {
    var graph = graph(registry.get("stewards/town-archive.ttl"), "ttl");
    var wills = iri("http://localhost:8080/datasets/register-of-wills");
    assertThat(graph.contains(wills, Terms.PUBLISHER, STEWARD)).isTrue();
    assertThat(
            graph.contains(
                wills, Terms.TITLE, NodeFactory.createLiteralLang("Register of wills", "en")))
        .isTrue();
  }

  @Test
  void pageAndDocumentLinkToEachOther() {
    var html = registry.get("stewards/town-archive", "Accept", "text/html");
    assertThat(html.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(html.headers().firstValue("Link").orElse(""))
        .contains(
            "<" + PAGE + ".ttl>; rel=\"describedby\"; type=\"text/turtle\"",
            "<" + PAGE + ".jsonld>; rel=\"describedby\"; type=\"application/ld+json\"",
            "<" + PAGE + ">; rel=\"cite-as\"");
    assertThat(html.body()).contains("href=\"/stewards/town-archive.nt\"");
    assertThat(registry.get("stewards/town-archive.ttl").headers().firstValue("Link").orElse(""))
        .contains("<" + PAGE + ">; rel=\"describes\"; type=\"text/html\"");
  }

  @Test
  void whatTheClientHasIsNotSentAgain() {
    var tag = registry.get("stewards/town-archive.ttl").headers().firstValue("ETag").orElseThrow();
    assertThat(registry.get("stewards/town-archive.ttl", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void aStewardNobodyNamesIsNotThereInAnyForm() {
    assertThat(registry.get("stewards/nobody.ttl").statusCode()).isEqualTo(404);
    assertThat(registry.get("stewards/nobody", "Accept", "text/turtle").statusCode())
        .isEqualTo(404);
    assertThat(registry.get("stewards/town-archive", "Accept", "image/png").statusCode())
        .isEqualTo(406);
    assertThat(registry.get("stewards/town-archive.ttl?limit=501").statusCode()).isEqualTo(400);
  }

  @Test
  void theFormsAreInTheDescriptionOfTheApi() {
    assertThat(registry.get("openapi.yml").body())
        .containsPattern("(?s)/stewards/\\{slug}:\\s.*text/turtle")
        .contains("operationId: stewardAsRdf");
  }

  private static Graph graph(HttpResponse<String> answer, String suffix) {
    var lang =
        switch (suffix) {
          case "ttl" -> Lang.TURTLE;
          case "jsonld" -> Lang.JSONLD11;
          case "nt" -> Lang.NTRIPLES;
          default -> Lang.RDFXML;
        };
    return RDFParser.fromString(answer.body(), lang).toGraph();
  }

  private static List<String> datasets(Graph graph) {
    return graph
        .find(Node.ANY, Hydra.term("member"), Node.ANY)
        .mapWith(triple -> triple.getObject().getURI())
        .toList()
        .stream()
        .sorted()
        .toList();
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node integer(String number) {
    return NodeFactory.createLiteralDT(number, XSDDatatype.XSDinteger);
  }
}
