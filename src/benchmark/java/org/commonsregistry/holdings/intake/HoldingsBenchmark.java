package org.commonsregistry.holdings.intake;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.benchmark.Table;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Publishing;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.holdings.Rejection;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.testing.SharedData;
import org.commonsregistry.testing.TestHome;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.Test;

/**
 * How fast real texts come in and out of a warm process, per second of processor time, disk
 * included and the index left out.
 */
class HoldingsBenchmark {
  private static final List<String> FILES =
      List.of("de-gesetze", "us-sotu+moby-dick", "kjv+jargon+devils-dictionary");
  private static final int ROUNDS = 4;

  @Test
  void measuresIntakeAndReading() throws Exception {
    var table = new Table();
    try (var home = new TestHome();
        var context = home.open(Map.of("commons.seed", false))) {
      var publishing = context.getBean(Publishing.class);
      var ingesting = context.getBean(Ingesting.class);
      var holdings = context.getBean(Holdings.class);
      var cpu = 0.0;
      var wall = 0.0;
      var bytes = 0L;
      for (var round = 0; round < ROUNDS; round++) {
        cpu = 0;
        wall = 0;
        bytes = 0;
        for (var i = 0; i < FILES.size(); i++) {
          var id = new DatasetId("texts-" + i + "-" + round);
          publishing.publish(titled(id), Actor.REGISTRY, Publishing.OnCollision.REFUSE);
          var before = cpu();
          var started = System.nanoTime();
          var held = ingest(ingesting, id, FILES.get(i) + ".tar.zst");
          cpu += cpu() - before;
          wall += (System.nanoTime() - started) / 1e9;
          bytes += held.counts().bytes();
        }
      }
      table.row(
          "intake of all shared texts, fourth round",
          Table.number(
              "%.1f MB/s/core (%.1f MB/s by the clock)", bytes / 1e6 / cpu, bytes / 1e6 / wall),
          "none",
          "–");
      reading(table, holdings);
    }
    table.publish("holdings");
  }

  private static Submission titled(DatasetId id) {
    var title =
        Triple.create(Submission.THIS, Terms.TITLE, NodeFactory.createLiteralLang(id.slug(), "en"));
    var set = new Submission.StatementSet("Benchmark", "", "", List.of(title));
    return new Submission("", Optional.of(id), id.slug(), List.of(set));
  }

  private static void reading(Table table, Holdings holdings) {
    var laws = holdings.of(new DatasetId("texts-0-0")).getFirst();
    var times = new ArrayList<Double>();
    var random = new Random(1);
    for (var i = 0; i < 500; i++) {
      var started = System.nanoTime();
      holdings.record(laws.id(), random.nextLong(laws.counts().documents())).orElseThrow();
      times.add((System.nanoTime() - started) / 1e6);
    }
    times.sort(null);
    table.row(
        "one of 6,637 laws by its number",
        Table.number("median %.1f ms, p95 %.1f ms", times.get(250), times.get(475)),
        "none",
        "–");
    var before = cpu();
    holdings.read(laws, record -> {});
    table.row(
        "all laws in order",
        Table.number("%.0f MB/s/core", laws.counts().bytes() / 1e6 / (cpu() - before)),
        "none",
        "–");
  }

  private static Holding ingest(Ingesting ingesting, DatasetId id, String name) throws Exception {
    var request =
        new IngestRequest(
            id,
            name,
            Optional.empty(),
            Purpose.TRAINING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (var in = Files.newInputStream(SharedData.file("text/" + name))) {
      return switch (ingesting.run(request, in, Actor.REGISTRY, new Silent())) {
        case IngestOutcome.Ingested ingested -> ingested.holding();
        case IngestOutcome.AlreadyHeld held -> held.holding();
        case IngestOutcome.Refused refused -> throw new IllegalStateException(refused.reason());
      };
    }
  }

  private static double cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static final class Silent implements IngestListener {
    @Override
    public void progress(IngestTally tally) {}

    @Override
    public void rejected(Rejection rejection) {}
  }
}
