package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query form without scripts. */
class SparqlPageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
  private static final String NUMBERS =
      "SELECT (?a * 20 + ?b AS ?n) (IRI('https://example.org/') AS ?link) { VALUES ?a { 0 1 2 3 4 5 6"
          + " 7 8 9 10 11 12 13 14 } VALUES ?b { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 } }"
          + " ORDER BY ?n";
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.empty(Map.of("commons.sparql.result-rows", 500));
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void aBrowserGetsTheFormAgainWithATableBelow() {
    var answer = submitted("SELECT ?x { VALUES ?x { \"<b>bold</b>\" <javascript:x> } }", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith("text/html");
    assertThat(answer.body())
        .contains("<textarea", "VALUES ?x", "2 rows.", "<th scope=\"col\">x</th>")
        .contains("<td>&lt;b&gt;bold&lt;/b&gt;", "<td>javascript:x")
        .doesNotContain("<b>bold");
  }

  @Test
  void aLongAnswerIsShownInPartAndSaysSoAndIsWholeInTheFiles() {
    var body = submitted(NUMBERS, BROWSER).body();
    assertThat(body).contains("The first 200 rows are shown here; there are more.");
    assertThat(body.split("<tr>", -1)).hasSize(1 + 1 + 200);
    var at = body.indexOf("/sparql.csv?query=");
    var csv = registry.get(body.substring(at + 1, body.indexOf('"', at)), "Accept", BROWSER);
    assertThat(type(csv)).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("result.csv");
    assertThat(csv.body().lines()).hasSize(1 + 300);
  }

  @Test
  void exactlyAsManyRowsAsFitAreAll() {
    assertThat(submitted(NUMBERS + " LIMIT 200", BROWSER).body())
        .contains("200 rows.")
        .doesNotContain("there are more");
  }

  @Test
  void yesAndNoAndGraphsAreShownToo() {
    assertThat(submitted("ASK {}", BROWSER).body()).contains("The answer is: yes.");
    assertThat(submitted("CONSTRUCT { <urn:a> <urn:b> 'only this' } WHERE {}", BROWSER).body())
        .contains("The answer as Turtle:", "only this", "/sparql.ttl?query=");
  }

  @Test
  void aLongGraphSaysThatOnlyItsBeginningIsShown() {
    assertThat(
            submitted(
                    "CONSTRUCT { ?s <urn:p> ?long } WHERE { VALUES ?a { 0 1 2 3 4 5 6 7 8 9 } VALUES"
                        + " ?b { 0 1 2 3 4 5 6 7 8 9 } BIND(IRI(CONCAT('urn:', STR(?a), STR(?b)))"
                        + " AS ?s) BIND(CONCAT("
                        + "'0123456789012345678901234567890123456789',".repeat(20)
                        + "STR(?a)) AS ?long) }",
                    BROWSER)
                .body())
        .contains("Only its beginning is shown here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { ?s ?p }      | 400 | is not expected here",
        "DELETE WHERE { ?s ?p ?o } | 403 | it changes nothing",
        "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } } | 403 | SERVICE",
      })
  void anErrorKeepsTheQueryInTheForm(String query, int status, String words) {
    var answer = submitted(query, BROWSER);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(type(answer)).startsWith("text/html");
    assertThat(answer.body())
        .contains("The query could not be answered.", words)
        .contains(query.replace("<", "&lt;").replace(">", "&gt;") + "</textarea>");
  }

  @Test
  void anAnswerWithTooManyRowsStillShowsItsBeginning() {
    var many = NUMBERS.replace("VALUES ?b {", "VALUES ?c { 1 2 3 } VALUES ?b {");
    assertThat(submitted(many, BROWSER).body()).contains("there are more");
    assertThat(submitted(many, "*/*").statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | application/sparql-results+json",
        "application/json | application/sparql-results+json",
        "text/csv, text/html;q=0.9 | text/csv",
        "application/sparql-results+xml, text/html;q=0.9 | application/sparql-results+xml",
        "text/csv, text/html | text/csv",
        "text/tab-separated-values, */*;q=0.1 | text/tab-separated-values",
      })
  void aProgramThatSendsTheFormGetsWhatItAsksFor(String accept, String type) {
    assertThat(type(submitted("SELECT ?x { VALUES ?x { 1 } }", accept))).startsWith(type);
  }

  @Test
  void aSuffixThatTheAnswerCannotHaveIsRefusedWithThoseItCan() {
    var answer = registry.get("sparql.csv?query=" + encoded("CONSTRUCT WHERE { ?s ?p ?o }"));
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("ttl, nt, jsonld, rdf");
    assertThat(registry.get("sparql.csv").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> submitted(String query, String accept) {
    return registry.send(
        registry
            .request(
                "sparql", "Accept", accept, "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("query=" + encoded(query))));
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
