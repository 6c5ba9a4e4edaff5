package org.commonsregistry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonsregistry.cli.Commons;
import org.commonsregistry.sparql.SparqlBenchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The catalogue's figures on its largest real input, each beside its bound, written to
 * docs/benchmarks.md.
 */
class CatalogueBenchmark {
  private static final Path RECORDS = Path.of("../shared/data/catalogue/records.jsonl.zst");
  private static final int ROUNDS = 3;
  private static final List<String> SEARCHES =
      List.of(
          "api/v1/search?q=speech",
          "api/v1/search?q=court+opinions",
          "api/v1/search?q=wikipedia&language=en",
          "api/v1/search?q=python",
          "api/v1/search?q=climate&licence=by",
          "api/v1/search?q=geoportal&jurisdiction=DE",
          "api/v1/search?q=shakespeare",
          "api/v1/search?q=question+answering&sort=title",
          "api/v1/search?q=%22machine+translation%22",
          "api/v1/search?q=encyclopdia",
          "api/v1/search?q=",
          "api/v1/search?q=library&category=software-packages&sort=newest");

  @TempDir Path folder;

  private final List<String> rows = new ArrayList<>();

  @Test
  void measuresTheCatalogue() throws Exception {
    assumeTrue(Files.exists(RECORDS), "the shared records are not here");
    var made = System.getProperty("benchmark.home");
    var home = made == null ? folder.resolve("home-0") : Path.of(made);
    if (made == null) {
      imports();
    }
    serving(home);
    queries(home);
    var table =
        "| what | figure | peer or bound | ratio or verdict |\n|---|---|---|---|\n"
            + String.join("\n", rows)
            + "\n";
    System.out.println(table);
    Files.writeString(Path.of("target/benchmarks.md"), table);
    assertThat(rows).isNotEmpty();
  }

  private void imports() throws IOException, InterruptedException {
    var ours = new ArrayList<Measured.Figures>();
    var theirs = new ArrayList<Measured.Figures>();
    var quads = folder.resolve("quads.nq");
    long count = 0;
    for (var round = 0; round < ROUNDS; round++) {
      var home = folder.resolve("home-" + round);
      ours.add(
          Measured.run(
              Commons.class.getName(), "import", "--home", home.toString(), RECORDS.toString()));
      if (round == 0) {
        count = QuadsOfHome.write(home, quads);
      }
      theirs.add(
          Measured.run(
              PlainLoad.class.getName(),
              quads.toString(),
              folder.resolve("peer-" + round).toString()));
    }
    var cpu = median(ours.stream().map(Measured.Figures::cpu).toList());
    var peer = median(theirs.stream().map(Measured.Figures::cpu).toList());
    rows.add(
        row(
            "import of 47,672 records: ledger + RDF + search, CPU",
            "%.1f s (wall %.1f s)"
                .formatted(cpu, median(ours.stream().map(Measured.Figures::wall).toList())),
            "%.1f s: Jena parse + TDB2 bulk load of the same %,d quads".formatted(peer, count),
            "%.2f × (bound 4 ×)".formatted(cpu / peer)));
  }

  private void serving(Path home) throws IOException, InterruptedException {
    var starts = new ArrayList<Double>();
    for (var round = 0; round < ROUNDS; round++) {
      try (var registry = new RunningRegistry(home)) {
        starts.add(registry.secondsToUp());
      }
    }
    rows.add(
        row(
            "cold start to UP, 47 k records, heap 512 MB",
            "%.2f s".formatted(median(starts)),
            "6 s",
            verdict(median(starts), 6)));
    try (var registry = new RunningRegistry(home)) {
      Load.of(registry.address(), SEARCHES, 8, 40);
      var search = Load.of(registry.address(), SEARCHES, 8, 40);
      rows.add(
          row(
              "search, 12 queries with facets, 8 clients, " + search.requests() + " requests",
              "p50 %.1f ms, p95 %.1f ms".formatted(search.p50(), search.p95()),
              "p95 25 ms",
              verdict(search.p95(), 25)));
      Load.of(registry.address(), List.of(""), 8, 200);
      var page = Load.of(registry.address(), List.of(""), 8, 200);
      rows.add(
          row(
              "first page of the portal, 8 clients",
              "p50 %.1f ms, p95 %.1f ms".formatted(page.p50(), page.p95()),
              "p95 50 ms",
              verdict(page.p95(), 50)));
    }
  }

  private void queries(Path home) throws Exception {
    for (var query : SparqlBenchmark.ofHome(home, 31)) {
      rows.add(
          row(
              "SPARQL " + query.name(),
              "%.2f ms".formatted(query.ours()),
              "Fuseki %.2f ms, same store, same process".formatted(query.fuseki()),
              "%.2f × (bound 1.1 ×)".formatted(query.ratio())));
    }
  }

  private static String verdict(double measured, double bound) {
    return String.format(Locale.ROOT, "%.2f of the bound", measured / bound);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
