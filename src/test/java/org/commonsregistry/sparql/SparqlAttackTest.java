package org.commonsregistry.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not happen, tried. */
class SparqlAttackTest {
  private static final String FILE = "file:///etc/passwd";
  private static TestEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint =
        TestEndpoint.start(
            Map.of("commons.sparql.first-result", "1s", "commons.sparql.total", "2s"));
    endpoint.hold("<urn:s> <urn:p> \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" .");
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD <file:///etc/passwd>",
        "load silent <http://127.0.0.1:1/x> into graph <urn:g>",
        "#SELECT\nLOAD <file:///etc/passwd>",
        "PREFIX x: <http://example.org/#LOAD> LOAD x:y",
        "INSERT DATA { <urn:s> <urn:p> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP ALL ; INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
      })
  void updatesAreRefusedInEveryForm(String update) {
    for (var answer :
        new java.net.http.HttpResponse[] {
          endpoint.query(update),
          endpoint.post("sparql", "application/sparql-query", update),
          endpoint.post("sparql", "application/sparql-update", update),
          endpoint.post(
              "sparql",
              "application/x-www-form-urlencoded",
              "update=" + TestEndpoint.encoded(update)),
          endpoint.post(
              "sparql",
              "application/x-www-form-urlencoded",
              "query=ASK%7B%7D&update=" + TestEndpoint.encoded(update)),
        }) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat((String) answer.body()).contains("changes nothing").contains("remedy");
    }
    assertThat(endpoint.query("ASK { ?s ?p ?o }").body()).contains("true");
  }

  static Stream<String> forbidden() {
    return Stream.of(
        "SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o . SERVICE ?s { ?a ?b ?c } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { OPTIONAL { SERVICE<http://127.0.0.1:1/>{} } } } }",
        "ASK { FILTER(EXISTS { { } UNION { SERVICE <http://127.0.0.1:1/> { } } }) }",
        "SELECT (EXISTS { SERVICE <http://127.0.0.1:1/> {} } AS ?x) {}",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://127.0.0.1:1/> {} })",
        "SELECT (COUNT(*) AS ?n) { } GROUP BY (EXISTS { SERVICE <http://127.0.0.1:1/> {} } AS ?g)",
        "SELECT (SUM(IF(EXISTS { SERVICE <http://127.0.0.1:1/> {} }, 1, 0)) AS ?n) { }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://127.0.0.1:1/> {} })",
        "CONSTRUCT { <urn:a> <urn:b> <urn:c> } WHERE { SERVICE <http://127.0.0.1:1/> {} }",
        "DESCRIBE ?s { SERVICE <http://127.0.0.1:1/> {} }",
        "SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }",
        "SELECT * FROM <" + FILE + "> { ?s ?p ?o }",
        "SELECT * FROM NAMED <" + FILE + "> { GRAPH ?g { ?s ?p ?o } }",
        "DESCRIBE <urn:s> FROM <" + FILE + ">",
        "SELECT (<java:java.lang.System.exit>(0) AS ?x) {}",
        "SELECT (<JAVA:java.lang.Runtime>(0) AS ?x) {}",
        "SELECT * { ?s ?p ?o FILTER(<java:org.apache.jena.sparql.function.library.pi>() > 3) }",
        "SELECT (<http://jena.apache.org/ARQ/function#sha1sum>('x') AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#systemProperty>('user.home') AS ?x) {}",
        "SELECT (<http://jena.hpl.hp.com/ARQ/function#now>() AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/js#f>() AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function/aggregate#stdev>(DISTINCT ?x) AS ?y) {}",
        "SELECT (<java:java.lang.String>(DISTINCT ?x) AS ?y) { ?s ?p ?x }",
        "SELECT * { ?s <java:org.apache.jena.sparql.pfunction.library.version> ?x }",
        "SELECT * { ?s <http://jena.apache.org/ARQ/property#versionARQ> ?x }",
        "SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }",
        "SELECT * { ?s !(<urn:a>|<java:x.Y>) ?x }",
        "SELECT * { ?s ^<java:x.Y>/<urn:b>* ?x }",
        "SELECT * { BIND(<http://www.dotnetrdf.org/leviathan#rnd>() AS ?x) }",
        "SELECT (<urn:unknown>(1) AS ?x) {}");
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void whatReachesOutIsRefusedBeforeExecution(String query) {
    var answer = endpoint.query(query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains("remedy").doesNotContain("root:");
  }

  @Test
  void theRefusalSaysWhere() {
    assertThat(endpoint.query("SELECT *\n{ ?s ?p ?o .\n  SERVICE <http://x/> {} }").body())
        .contains("line 3, column 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { LATERAL { ?s ?p ?o } }",
        "SELECT * { LET (?x := 1) }",
        "JSON { 'a': ?s } WHERE { ?s ?p ?o }",
        "CONSTRUCT { GRAPH <urn:g> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
        "SELECT (CALL(<java:x.Y>) AS ?x) {}",
        "SELECT * { ?s ?p ?o } ; LOAD <file:///etc/passwd>",
        "SELECT * { ?s ?p ?o } LOAD <file:///etc/passwd>",
        "SELECT * { <<?s ?p ?o>> ?a ?b }",
        "\u0000",
        "SELECT * { ?s ?p \"\\uD800\" ",
      })
  void whatIsNotSparql11IsMalformed(String query) {
    var answer = endpoint.query(query);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 403);
  }

  @Test
  void dangerousWordsInTextAreHarmless() {
    assertThat(
            endpoint
                .query(
                    "# LOAD <x> SERVICE\n"
                        + "ASK { FILTER('SERVICE <http://x> java:' != \"LOAD <file:/x>\") }")
                .body())
        .contains("true");
  }

  @Test
  void aQueryIsBoundedInLengthDepthAndRows() {
    assertThat(
            endpoint
                .post("sparql", "application/sparql-query", "ASK {} #" + "x".repeat(40_000))
                .statusCode())
        .isEqualTo(413);
    assertThat(
            endpoint.post("sparql", "application/sparql-query", "x".repeat(3_000_000)).statusCode())
        .isEqualTo(413);
    for (var deep :
        new String[] {
          "ASK " + "{".repeat(15_000) + "}".repeat(15_000),
          "ASK { FILTER(" + "(".repeat(12_000) + "1" + ")".repeat(12_000) + ") }",
          "ASK { FILTER(" + "!".repeat(20_000) + "true) }",
          "ASK { FILTER(1" + "+1".repeat(12_000) + " > 0) }",
          "ASK { ?s " + "(".repeat(12_000) + "<urn:p>" + ")*".repeat(9_000) + " ?o }",
          "ASK { ?s <urn:p>" + "/<urn:p>".repeat(3_000) + " ?o }",
        }) {
      var answer = endpoint.post("sparql", "application/sparql-query", deep);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
    assertThat(
            endpoint
                .post(
                    "sparql",
                    "application/sparql-query",
                    "ASK { VALUES ?x { " + "1 ".repeat(10_001) + "} }")
                .body())
        .contains("10000 rows");
    assertThat(
            endpoint
                .post(
                    "sparql",
                    "application/sparql-query",
                    "SELECT * { ?s ?p ?x FILTER(?x IN (" + "1,".repeat(5_000) + "1)) }")
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o FILTER REGEX(?o, '^((a+)+)b\\\\1$') }",
        "SELECT (REPLACE(?o, '((a|aa)+)b\\\\1$', 'b') AS ?x) { ?s ?p ?o }",
        "ASK { FILTER REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',"
            + " '^((([a-z])+.)+)[A-Z]\\\\1$') }",
      })
  void aPatternThatBacktracksForEverEndsWithItsTime(String query) {
    var start = System.nanoTime();
    var answer = endpoint.query(query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
  }

  @Test
  void aLiteralCannotBeGrownUntilMemoryEnds() {
    var growing = new StringBuilder("SELECT ?x40 { BIND('0123456789' AS ?x0) ");
    var replaced = new StringBuilder("SELECT ?x40 { BIND('0123456789' AS ?x0) ");
    for (var i = 0; i < 40; i++) {
      growing.append("BIND(CONCAT(?x%1$d, ?x%1$d) AS ?x%2$d) ".formatted(i, i + 1));
      replaced.append("BIND(REPLACE(?x%1$d, '.+', '$0$0') AS ?x%2$d) ".formatted(i, i + 1));
    }
    for (var query : new StringBuilder[] {growing, replaced}) {
      var answer = endpoint.query(query.append("}").toString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("literal");
    }
  }

  @Test
  void guardedTextFunctionsStillWork() {
    assertThat(
            endpoint
                .query(
                    "SELECT (REPLACE('abcd', 'b(.)', '[$1]') AS ?a) (CONCAT('x', 'y'@en) AS ?b)"
                        + " (ENCODE_FOR_URI('a b') AS ?c) (REGEX('ABC', 'b', 'i') AS ?d)"
                        + " (COALESCE(REGEX('x', ?o), 'bad') AS ?e) { BIND('(' AS ?o) }",
                    "text/csv")
                .body())
        .contains("a[c]d,xy,a%20b,true,bad");
  }
}
