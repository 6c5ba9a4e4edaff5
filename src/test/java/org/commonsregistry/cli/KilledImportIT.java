package org.commonsregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.rdf.RdfStore;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.testing.SharedData;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.Test;

/** A server that is killed in the middle of an import comes back with all it had answered. */
class KilledImportIT {
  private static final int RECORDS = 10_000;

  @Test
  void nothingIsLostDoubledOrOutOfStepAfterAKill() throws Exception {
    var packed = SharedData.file("catalogue/records.jsonl.zst");
    try (var home = new TestHome()) {
      var records = home.folder().resolveSibling(home.folder().getFileName() + ".jsonl");
      var ids = firstRecords(packed, records);
      try {
        killInTheMiddle(home.folder(), records);
        try (var server = Running.serve(home.folder())) {
          var told = new ObjectMapper().readTree(server.get("api/v1/views").body());
          assertThat(told.path("views").path("rdf").asLong())
              .isEqualTo(told.path("ledger").asLong());
          assertThat(importedBy(home.folder(), records)).isZero();
        }
        agree(home, ids);
      } finally {
        Files.delete(records);
      }
    }
  }

  private static HashSet<String> firstRecords(Path packed, Path records) throws IOException {
    var ids = new HashSet<String>();
    var lines = new ArrayList<String>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
      for (var i = 0; i < RECORDS; i++) {
        var line = reader.readLine();
        lines.add(line);
        ids.add(new ObjectMapper().readTree(line).path("id").asText());
      }
    }
    Files.write(records, lines);
    return ids;
  }

  private static void killInTheMiddle(Path home, Path records) throws Exception {
    try (var server = Running.serve(home);
        var client =
            Running.start(
                home, Map.of(), "import", "--home", home.toString(), records.toString())) {
      var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
      while (recorded(server) < RECORDS / 4 && System.nanoTime() < deadline) {
        assertThat(client.alive()).as("the import must not be over yet").isTrue();
        Thread.sleep(20);
      }
      server.kill();
      assertThat(client.exitCode()).isEqualTo(2);
    }
  }

  private static long recorded(Running server) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(server.get("api/v1/views").body()).path("ledger").asLong();
  }

  private static int importedBy(Path home, Path records) throws Exception {
    try (var client =
        Running.start(home, Map.of(), "import", "--home", home.toString(), records.toString())) {
      var code = client.exitCode();
      assertThat(client.output()).contains(RECORDS + " records").contains(" 0 refused");
      assertThat(client.output()).doesNotContain(" 0 unchanged");
      return code;
    }
  }

  private static void agree(TestHome home, HashSet<String> ids) {
    try (var context = home.open(Map.of("commons.seed", false))) {
      var ledger = context.getBean(Ledger.class);
      var head = ledger.head();
      var numbers = new ArrayList<Long>();
      var subjects = new HashSet<String>();
      for (var after = 0L; after < head; after = numbers.getLast()) {
        var entries = ledger.after(after, 1_000);
        entries.stream().map(Entry::sequence).forEach(numbers::add);
        entries.stream().map(Entry::subject).forEach(subjects::add);
      }
      assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
      var datasets = subjects.stream().filter(s -> DatasetId.ofIri(s).isPresent()).toList();
      assertThat(datasets).hasSize(ids.size());

      var projector = context.getBean(Projector.class);
      assertThat(projector.await(head, Duration.ofSeconds(60))).isTrue();
      var search = context.getBean(SearchIndex.class);
      assertThat(search.search(SearchQuery.of("")).total()).isEqualTo(ids.size());
      var live = quads(context.getBean(RdfStore.class));
      projector.rebuild("rdf");
      projector.rebuild("search");
      assertThat(projector.await(head, Duration.ofSeconds(120))).isTrue();
      assertThat(quads(context.getBean(RdfStore.class))).isEqualTo(live);
      assertThat(search.search(SearchQuery.of("")).total()).isEqualTo(ids.size());
      assertThat(projector.skipped()).isEmpty();
    }
  }

  private static String quads(RdfStore store) {
    return store.read(
        connection -> {
          var all = new ArrayList<Quad>();
          connection.fetchDataset().asDatasetGraph().find().forEachRemaining(all::add);
          return CanonicalQuads.of(all).toString();
        });
  }
}
