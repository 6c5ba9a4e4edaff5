package org.commonsregistry.sparql;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.commonsregistry.rdf.RdfStore;

/**
 * Measures twelve catalogue queries against this endpoint and against Fuseki on the same TDB2
 * files, turn by turn in one process, and prints medians and ratios. Run by hand: {@code main
 * [datasets] [rounds] [home]}; an existing home is measured as it is, otherwise a synthetic
 * catalogue is made.
 */
public final class SparqlBenchmark {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private SparqlBenchmark() {}

  /**
   * One line of the table.
   *
   * @param ours median in milliseconds
   * @param fuseki median in milliseconds
   */
  public record Row(String name, double ours, double fuseki) {
    public double ratio() {
      return ours / fuseki;
    }
  }

  public static void main(String[] arguments) throws Exception {
    var datasets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40_000;
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    var home =
        arguments.length > 2
            ? Path.of(arguments[2])
            : Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark");
    var rows = arguments.length > 2 ? ofHome(home, rounds) : synthetic(home, datasets, rounds);
    System.out.printf(
        Locale.ROOT, "%-28s %10s %10s %7s%n", "query", "ours ms", "Fuseki ms", "ratio");
    for (var row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-28s %10.2f %10.2f %7.2f%n",
          row.name(),
          row.ours(),
          row.fuseki(),
          row.ratio());
    }
    System.exit(0);
  }

  /** On a synthetic catalogue of so many datasets. */
  static List<Row> synthetic(Path home, int datasets, int rounds) throws Exception {
    Map<String, Object> ledger =
        Map.of(
            "datasources.default.url",
            "jdbc:h2:mem:benchmark;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                + "DEFAULT_NULL_ORDERING=HIGH");
    return run(
        home,
        ledger,
        context -> SyntheticCatalogue.fill(context.getBean(RdfStore.class), datasets),
        queries(),
        rounds);
  }

  /** On a registry's own catalogue, as it is. */
  public static List<Row> ofHome(Path home, int rounds) throws Exception {
    return run(home, Map.of(), context -> {}, CatalogueQueries.all(), rounds);
  }

  private static List<Row> run(
      Path home,
      Map<String, Object> more,
      Consumer<ApplicationContext> preparation,
      Map<String, String> queries,
      int rounds)
      throws Exception {
    var port = TestEndpoint.freePort();
    var settings = new HashMap<>(more);
    settings.put("micronaut.server.port", port);
    settings.put("commons.home", home.toString());
    try (var context = ApplicationContext.run(settings)) {
      context.getBean(EmbeddedServer.class).start();
      var base = "http://localhost:" + port + "/";
      awaitUp(base);
      preparation.accept(context);
      var fuseki = fuseki(home);
      try {
        return measure(
            base + "sparql", "http://localhost:" + fuseki.getPort() + "/ds", queries, rounds);
      } finally {
        fuseki.stop();
      }
    }
  }

  /** The same database, not a copy: TDB2 gives out one per location and process. */
  private static FusekiServer fuseki(Path home) throws IOException {
    var folder = home.resolve("rdf");
    var pointer = folder.resolve("generation");
    var generation = Files.exists(pointer) ? Files.readString(pointer).strip() : "1";
    var graph = DatabaseMgr.connectDatasetGraph(folder.resolve(generation).toString());
    graph.getContext().setTrue(TDB2.symUnionDefaultGraph);
    return FusekiServer.create().loopback(true).port(0).add("/ds", graph, false).build().start();
  }

  private static List<Row> measure(
      String ours, String fuseki, Map<String, String> queries, int rounds) throws Exception {
    var rows = new ArrayList<Row>();
    for (var query : queries.entrySet()) {
      var times = new double[2][rounds];
      var sizes = new int[2];
      for (var round = -5; round < rounds; round++) {
        // Who goes first changes, so that neither always finds the other's warm caches.
        for (var turn = 0; turn < 2; turn++) {
          var who = (turn + round) & 1;
          var start = System.nanoTime();
          sizes[who] = ask(who == 0 ? ours : fuseki, query.getValue());
          if (round >= 0) {
            times[who][round] = (System.nanoTime() - start) / 1e6;
          }
        }
      }
      if (!query.getKey().contains("describe") && sizes[0] != sizes[1]) {
        throw new IllegalStateException(
            query.getKey() + ": the answers differ, " + sizes[0] + " and " + sizes[1] + " lines");
      }
      rows.add(new Row(query.getKey(), median(times[0]), median(times[1])));
    }
    return rows;
  }

  private static int ask(String endpoint, String query) throws Exception {
    var accept =
        query.contains("DESCRIBE") ? "application/n-triples" : "application/sparql-results+json";
    var request =
        HttpRequest.newBuilder(
                URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header("Accept", accept)
            .build();
    var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          endpoint
              + " answers "
              + answer.statusCode()
              + ": "
              + new String(answer.body(), StandardCharsets.UTF_8));
    }
    var lines = 0;
    for (var b : answer.body()) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static double median(double[] times) {
    var sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void awaitUp(String base) throws Exception {
    for (var tries = 0; tries < 600; tries++) {
      var answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(base + "health")).build(), BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("the registry did not come UP");
  }

  private static Map<String, String> queries() {
    var prefixes =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;
    var queries = new LinkedHashMap<String, String>();
    queries.put("01 describe one", "DESCRIBE <" + SyntheticCatalogue.dataset(17) + ">");
    queries.put(
        "02 facet by licence",
        "SELECT ?l (COUNT(*) AS ?n) { ?d dcat:distribution/dct:license ?l } GROUP BY ?l ORDER BY"
            + " DESC(?n)");
    queries.put("03 count all", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    queries.put(
        "04 newest 20",
        "SELECT ?d ?t ?m { ?d a dcat:Dataset ; dct:title ?t ; dct:modified ?m } ORDER BY DESC(?m)"
            + " ?d LIMIT 20");
    queries.put(
        "05 optionals, first 100",
        "SELECT ?d ?x ?y { ?d a dcat:Dataset OPTIONAL { ?d dct:spatial ?x } OPTIONAL { ?d"
            + " dcat:version ?y } } LIMIT 100");
    queries.put(
        "06 title contains",
        "SELECT ?d ?t { ?d dct:title ?t FILTER CONTAINS(LCASE(?t), 'river 7') } LIMIT 50");
    queries.put(
        "07 top publishers",
        "SELECT ?p (COUNT(?d) AS ?n) { ?d dct:publisher ?p } GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT"
            + " 10");
    queries.put("08 distinct keywords", "SELECT (COUNT(DISTINCT ?k) AS ?n) { ?d dcat:keyword ?k }");
    queries.put(
        "09 without a version",
        "SELECT (COUNT(*) AS ?n) { ?d a dcat:Dataset FILTER NOT EXISTS { ?d dcat:version ?v } }");
    queries.put(
        "10 date range, sum",
        "SELECT (SUM(?b) AS ?n) { ?d dct:modified ?m ; dcat:distribution/dcat:byteSize ?b"
            + " FILTER(?m >= '2024-01-01'^^xsd:date && ?m < '2024-07-01'^^xsd:date) }");
    queries.put("11 all rows", "SELECT ?d ?t { ?d a dcat:Dataset ; dct:title ?t }");
    queries.put(
        "12 join of three facets",
        "SELECT ?d { ?d dct:publisher <"
            + SyntheticCatalogue.publisher(3)
            + "> ; dcat:theme <"
            + SyntheticCatalogue.theme(5)
            + "> ; dct:language <"
            + SyntheticCatalogue.language(1)
            + "> }");
    queries.replaceAll((name, query) -> prefixes + query);
    return queries;
  }
}
