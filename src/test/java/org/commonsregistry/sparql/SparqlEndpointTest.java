package org.commonsregistry.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlEndpointTest {
  private static TestEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = TestEndpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @BeforeEach
  void data() {
    endpoint.hold(
        """
        @prefix dct: <http://purl.org/dc/terms/> .
        <http://example.org/a> dct:title "A \\"one\\""@en ; dct:creator [ dct:title "nested" ] .
        <http://example.org/g1> { <http://example.org/b> dct:title "B" }
        <http://example.org/g2> { <http://example.org/c> dct:title "C" }
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | application/sparql-results+json | \"bindings\"",
        "application/json | application/sparql-results+json | \"bindings\"",
        "application/sparql-results+xml | application/sparql-results+xml | <results>",
        "text/csv | text/csv | t\r",
        "text/tab-separated-values | text/tab-separated-values | ?t",
        "text/csv;q=0.5, application/sparql-results+xml;q=0.9 | application/sparql-results+xml |"
            + " <uri",
      })
  void aTableComesInTheFormAskedFor(String accept, String type, String content) {
    var answer = endpoint.query("SELECT ?t ?s { ?s dct:title ?t } ORDER BY ?t", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
    assertThat(answer.body()).contains(content.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "*/*,text/turtle",
    "application/n-triples,application/n-triples",
    "application/ld+json,application/ld+json",
    "application/rdf+xml,application/rdf+xml"
  })
  void aGraphComesInTheFormAskedFor(String accept, String type) {
    for (var query :
        new String[] {"CONSTRUCT WHERE { ?s dct:title ?t }", "DESCRIBE <http://example.org/a>"}) {
      var answer = endpoint.query(query, accept);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
      assertThat(answer.body()).contains("nested");
    }
  }

  @Test
  void aFormThatDoesNotExistIsRefusedWithTheOnesThatDo() {
    var answer = endpoint.query("ASK {}", "image/png");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("application/sparql-results+json").contains("image/png");
  }

  @Test
  void theThreeWaysToSendAQueryAnswerTheSame() {
    var query = "SELECT * { ?s ?p \"B\" } # 50 % of é";
    endpoint.hold("<http://example.org/s> <http://example.org/p> \"B\" .");
    var get = endpoint.query(query);
    var form =
        endpoint.post(
            "sparql", "application/x-www-form-urlencoded", "query=" + TestEndpoint.encoded(query));
    var direct = endpoint.post("sparql", "application/sparql-query; charset=UTF-8", query);
    assertThat(get.statusCode()).isEqualTo(200);
    assertThat(get.body()).contains("http://example.org/s");
    assertThat(form.body()).isEqualTo(get.body());
    assertThat(direct.body()).isEqualTo(get.body());
  }

  @Test
  void theProtocolChoosesAmongTheGraphsOfTheStore() {
    var count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    var one = "sparql?default-graph-uri=http://example.org/g1&query=" + TestEndpoint.encoded(count);
    assertThat(endpoint.get(one, "Accept", "text/csv").body()).contains("1");
    var both = one + "&default-graph-uri=http://example.org/g2";
    assertThat(endpoint.get(both, "Accept", "text/csv").body()).contains("2");
    var named =
        "sparql?named-graph-uri=http://example.org/g2&query="
            + TestEndpoint.encoded("SELECT ?t { GRAPH ?g { ?s dct:title ?t } }");
    assertThat(endpoint.get(named, "Accept", "text/csv").body()).contains("C").doesNotContain("B");
    assertThat(endpoint.query("ASK FROM <http://example.org/g1> { ?s ?p \"B\" }").body())
        .contains("true");
  }

  @Test
  void aGraphThatIsNotHereIsNeverFetched() {
    for (var graph :
        new String[] {"http://localhost:1/x", "file:///etc/passwd", "x> { } INSERT", "urn:none"}) {
      var answer =
          endpoint.get("sparql?query=ASK%7B%7D&default-graph-uri=" + TestEndpoint.encoded(graph));
      assertThat(answer.statusCode()).as(graph).isEqualTo(403);
      assertThat(answer.body()).contains("is not a graph of this store");
    }
  }

  @Test
  void aMalformedQueryIsAnsweredWithItsPlace() {
    var answer = endpoint.query("SELECT *\nWHERE { ?s ?p }");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("Line 2, column 12: '}' is not expected here.")
        .contains("remedy");
    assertThat(endpoint.query("SELECT * { ").body()).contains("The query ends too early.");
    assertThat(endpoint.query("SELECT * { ?s nope:x ?o }").body()).contains("nope");
  }

  @Test
  void relativeIrisResolveAgainstTheEndpointNotAgainstOurDisk() {
    assertThat(endpoint.query("SELECT (IRI('x') AS ?a) (<y> AS ?b) {}").body())
        .contains(endpoint.base + "x")
        .contains(endpoint.base + "y")
        .doesNotContain("file:");
  }

  @Test
  void anUnchangedAnswerIsNotSentAgain() {
    var first = endpoint.query("SELECT * { ?s ?p ?o }");
    var tag = first.headers().firstValue("etag").orElseThrow();
    assertThat(first.headers().firstValue("cache-control")).contains("no-cache");
    var path = "sparql?query=" + TestEndpoint.encoded("SELECT * { ?s ?p ?o }");
    var again = endpoint.get(path, "If-None-Match", tag, "Accept", "*/*");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(endpoint.get(path, "If-None-Match", tag, "Accept", "text/csv").statusCode())
        .isEqualTo(200);
    data();
    assertThat(endpoint.get(path, "If-None-Match", tag, "Accept", "*/*").statusCode())
        .isEqualTo(200);
  }

  @Test
  void anAnswerThatChangesByItselfHasNoTag() {
    var answer = endpoint.query("SELECT (NOW() AS ?n) {}");
    assertThat(answer.headers().firstValue("etag")).isEmpty();
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void describeFollowsBlankNodesAndTheirSkolemisedForm() {
    endpoint.hold(
        """
        <http://example.org/g> {
          <http://example.org/d> <http://example.org/p> <%1$snodes/d/1> , <http://example.org/e> .
          <%1$snodes/d/1> <http://example.org/q> "inside", <%1$snodes/d/1> .
          <http://example.org/e> <http://example.org/q> "outside" .
        }
        """
            .formatted(endpoint.base));
    assertThat(endpoint.query("DESCRIBE <http://example.org/d>").body())
        .contains("inside")
        .doesNotContain("outside");
  }

  @Test
  void withoutAQueryTheServiceDescribesItself() {
    var answer = endpoint.get("sparql", "Accept", "*/*");
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/turtle");
    assertThat(answer.body()).contains("sd:endpoint").contains("<" + endpoint.base + "sparql>");
    assertThat(endpoint.get("sparql", "Accept", "application/ld+json").body()).contains("@type");
    var tag = answer.headers().firstValue("etag").orElseThrow();
    assertThat(endpoint.get("sparql", "If-None-Match", tag, "Accept", "*/*").statusCode())
        .isEqualTo(304);
  }

  @Test
  void voidIsAtItsReservedAddress() {
    var answer = endpoint.get(".well-known/void");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("void:sparqlEndpoint").contains(endpoint.base + "sparql");
    assertThat(endpoint.get(".well-known/void", "Accept", "text/html,*/*;q=0.8").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"query=%", "query=%zz", "query=%ff%fe", "query=%2", "query"})
  void brokenEncodingIsAnError(String form) {
    var answer = endpoint.post("sparql", "application/x-www-form-urlencoded", form);
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void otherMethodsAndBodiesAreRefused() {
    assertThat(endpoint.post("sparql", "text/plain", "ASK {}").statusCode()).isEqualTo(415);
    assertThat(
            endpoint
                .post("sparql", "application/sparql-query;charset=utf-16", "ASK {}")
                .statusCode())
        .isEqualTo(415);
    assertThat(
            endpoint
                .send(
                    HttpRequest.newBuilder(URI.create(endpoint.base + "sparql"))
                        .PUT(BodyPublishers.ofString("ASK {}")))
                .statusCode())
        .isEqualTo(405);
    assertThat(endpoint.post("sparql", "application/x-www-form-urlencoded", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void pagesOfOtherSitesMayQuery() {
    var answer =
        endpoint.post(
            "sparql", "application/sparql-query", "ASK {}", "Origin", "https://elsewhere.example");
    assertThat(answer.headers().map()).containsKey("access-control-allow-origin");
  }

  @Test
  void anEmptyAnswerIsAnAnswer() {
    assertThat(endpoint.query("SELECT * { ?s ?p 'nothing like this' }").body())
        .contains("\"bindings\": [");
    assertThat(endpoint.query("CONSTRUCT WHERE { ?s ?p 'nothing' }").statusCode()).isEqualTo(200);
  }
}
