package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonsregistry.benchmark.Table;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;

/** What the index costs and how fast it answers, on all the real texts. */
class RedundancyBenchmark {
  private static final int QUESTIONS = 60;
  private static final int SAMPLE = 1 << 20;
  private final Table table = new Table();

  @Test
  void measuresIndexAndReport() throws Exception {
    SharedData.assumePresent();
    try (var shelf = new Shelf(Map.of("commons.check.per-hour", 1_000_000))) {
      var cpu = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      var began = System.nanoTime();
      var spent = cpu.getProcessCpuTime();
      for (var archive : SharedTexts.ARCHIVES) {
        var slug = archive.replace('+', '-');
        shelf.dataset(slug, "CC0-1.0");
        ingest(shelf, slug, SharedData.file("text/" + archive + ".tar.zst"));
      }
      shelf.awaitViews();
      var seconds = (System.nanoTime() - began) / 1e9;
      var work = (cpu.getProcessCpuTime() - spent) / 1e9;
      var bytes = 0L;
      for (var archive : SharedTexts.ARCHIVES) {
        bytes +=
            shelf
                .get("api/v1/datasets/" + archive.replace('+', '-') + "/holdings")
                .path("bytes")
                .asLong();
      }
      var index = size(shelf.registry.home().folder().resolve("fingerprints"));
      table.atLeast(
          Table.number("ingest to indexed, %.0f MB, by processor time", bytes / 1e6),
          Table.number(
              "%.1f MB/s/core (%.1f MB/s by the clock)", bytes / 1e6 / work, bytes / 1e6 / seconds),
          "15 MB/s/core",
          bytes / 1e6 / work,
          15);
      table.atMost(
          "index at s = 16, of the text",
          Table.number("%.2f %%", 100.0 * index / bytes),
          "8.5 %",
          100.0 * index / bytes,
          8.5);
      rebuild(shelf, bytes);
      ask(shelf);
      overlap(shelf);
    }
    table.publish("redundancy");
  }

  /** Reading the holdings and indexing them, without taking them in. */
  private void rebuild(Shelf shelf, long bytes) throws IOException {
    var cpu = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var spent = cpu.getProcessCpuTime();
    shelf.registry.post("api/v1/views/fingerprints/rebuild", "application/json", "");
    shelf.awaitViews();
    var work = (cpu.getProcessCpuTime() - spent) / 1e9;
    table.row(
        "of that, holdings to index, by processor time",
        Table.number("%.1f MB/s/core", bytes / 1e6 / work),
        "none",
        "–");
  }

  private static void ingest(Shelf shelf, String slug, Path file) throws IOException {
    var answer =
        shelf.registry.send(
            HttpRequest.newBuilder(
                    shelf
                        .registry
                        .address()
                        .resolve("api/v1/datasets/" + slug + "/holdings?name=texts.tar.zst"))
                .header("Authorization", "Bearer " + shelf.registry.token())
                .POST(HttpRequest.BodyPublishers.ofFile(file)));
    assertThat(answer.body()).contains("\"ingested\"");
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** A third of each sample is not held. */
  private void ask(Shelf shelf) throws IOException {
    var all = new StringBuilder();
    SharedTexts.all(
        (name, text) -> {
          if (all.length() < 40 << 20) {
            all.append(text);
          }
        });
    var random = new Random(1);
    var index = shelf.registry.context().getBean(FingerprintIndex.class);
    var lookups = new ArrayList<Double>();
    var reports = new ArrayList<Double>();
    for (var i = -10; i < QUESTIONS; i++) {
      var from = random.nextInt(all.length() - SAMPLE);
      var text = all.substring(from, from + SAMPLE * 2 / 3) + Shelf.prose(i, SAMPLE / 18);
      var question = Shelf.question(16, List.of(text)).toString();
      var hashes = Fp1.sketch(text, 16).hashes();
      var began = System.nanoTime();
      var lookup = new Lookup(hashes, id -> true);
      index.read(
          state -> {
            state.find(hashes, lookup);
            return state;
          });
      var looked = System.nanoTime();
      assertThat(shelf.send(question).statusCode()).isEqualTo(200);
      if (i >= 0) {
        lookups.add((looked - began) / 1e6);
        reports.add((System.nanoTime() - looked) / 1e6);
      }
    }
    table.atMost("lookups of a 1 MB sample, p95", ms(p95(lookups)), "50 ms", p95(lookups), 50);
    table.atMost(
        "full report on it over HTTP, p95", ms(p95(reports)), "1000 ms", p95(reports), 1_000);
  }

  private void overlap(Shelf shelf) throws IOException {
    var times = new double[2];
    for (var i = 0; i < 2; i++) {
      var began = System.nanoTime();
      shelf.get("api/v1/datasets/de-gesetze/overlap");
      times[i] = (System.nanoTime() - began) / 1e6;
    }
    table.row(
        "overlap of all datasets, first and then", ms(times[0]) + ", " + ms(times[1]), "none", "–");
    System.gc();
    var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    table.row("heap in use afterwards", Table.number("%.0f MB", used / 1e6), "none", "–");
  }

  private static String ms(double milliseconds) {
    return Table.number("%.1f ms", milliseconds);
  }

  private static double p95(List<Double> times) {
    var sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }
}
