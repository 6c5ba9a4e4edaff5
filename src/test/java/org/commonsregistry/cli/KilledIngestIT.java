package org.commonsregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.Test;

/** A server or a client that is killed in the middle of an ingest; then the same command again. */
class KilledIngestIT {
  private static final int RECORDS = 200_000;
  private static final DatasetId LETTERS = new DatasetId("letters");

  @Test
  void theSameCommandGoesOnAfterAServerWasKilled() throws Exception {
    try (var home = new TestHome()) {
      var file = file(home);
      try {
        try (var server = Running.serve(home.folder())) {
          described(home, file);
          try (var client = ingest(home, file)) {
            awaitSegments(home, client);
            server.kill();
            assertThat(client.exitCode()).isEqualTo(2);
          }
        }
        try (var server = Running.serve(home.folder())) {
          assertThat(server.get("api/v1/datasets/letters/holdings").body())
              .contains("\"documents\":0");
          finished(home, file);
        }
        complete(home);
      } finally {
        Files.delete(file);
      }
    }
  }

  @Test
  void theSameCommandGoesOnAfterAnIngestIntoAnIdleHomeWasKilled() throws Exception {
    try (var home = new TestHome()) {
      var file = file(home);
      try {
        described(home, file);
        try (var client = ingest(home, file)) {
          awaitSegments(home, client);
          client.kill();
        }
        finished(home, file);
        complete(home);
      } finally {
        Files.delete(file);
      }
    }
  }

  private static Path file(TestHome home) throws IOException {
    var file = home.folder().resolveSibling(home.folder().getFileName() + ".jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      for (var i = 0; i < RECORDS; i++) {
        out.write("{\"id\":\"r" + i + "\",\"language\":\"en\",\"text\":\"Letter " + i + " says ");
        out.write(Long.toString(i * 0x9E3779B97F4A7C15L, 36).repeat(20) + ".\"}\n");
      }
    }
    return file;
  }

  private static void described(TestHome home, Path file) throws Exception {
    var turtle = file.resolveSibling(file.getFileName() + ".ttl");
    Files.writeString(
        turtle,
        """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        <https://example.org/letters> a dcat:Dataset ; dct:title "Letters"@en ;
          dct:description "Letters."@en ; dct:license "CC0-1.0" .
        """);
    try (var client =
        Running.start(
            home.folder(),
            Map.of(),
            "import",
            "--home",
            home.folder().toString(),
            turtle.toString())) {
      assertThat(client.exitCode()).as(client.output()).isZero();
    } finally {
      Files.delete(turtle);
    }
  }

  private static Running ingest(TestHome home, Path file) throws IOException {
    return Running.start(
        home.folder(),
        Map.of(),
        "ingest",
        "--json",
        "--home",
        home.folder().toString(),
        "--dataset",
        LETTERS.slug(),
        file.toString());
  }

  private static void awaitSegments(TestHome home, Running client) throws Exception {
    var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (segments(home) < 3 && System.nanoTime() < deadline) {
      assertThat(client.alive()).as("the ingest must not be over yet").isTrue();
      Thread.sleep(5);
    }
  }

  private static long segments(TestHome home) throws IOException {
    var folder = home.folder().resolve("holdings");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.list(folder)) {
      var journal = files.findFirst();
      return journal.isEmpty() ? 0 : Files.readAllLines(journal.get()).size();
    }
  }

  private static void finished(TestHome home, Path file) throws Exception {
    try (var client = ingest(home, file)) {
      assertThat(client.exitCode()).as(client.output()).isZero();
      var lines = List.of(client.output().split("\n"));
      var answer = new ObjectMapper().readTree(lines.getLast());
      assertThat(answer.path("type").asText()).isEqualTo("ingested");
      assertThat(answer.path("documents").asLong()).isEqualTo(RECORDS);
      assertThat(answer.path("resumed").asLong()).as("went on").isPositive();
    }
    try (var client = ingest(home, file)) {
      assertThat(client.exitCode()).isZero();
      assertThat(client.output()).contains("already-held");
    }
  }

  private static void complete(TestHome home) {
    try (var context = home.open(Map.of("commons.seed", false))) {
      var holdings = context.getBean(Holdings.class);
      assertThat(holdings.of(LETTERS)).hasSize(1);
      var ordinals = new ArrayList<Long>();
      holdings.read(
          holdings.of(LETTERS).getFirst(),
          record -> {
            assertThat(record.id()).isEqualTo("r" + record.ordinal());
            ordinals.add(record.ordinal());
          });
      assertThat(ordinals).isEqualTo(LongStream.range(0, RECORDS).boxed().toList());
      assertThat(home.folder().resolve("holdings")).isEmptyDirectory();
    }
  }
}
