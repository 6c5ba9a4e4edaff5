package org.commonsregistry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonsregistry.classification.PermissionAnswers;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.RuleTest;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast verdicts are reached and questions about permissions answered. */
class ClassificationBenchmark {
  private static final int ITEMS = 50_000;
  private static final int ROUNDS = 9;
  private static final int CLIENTS = 8;
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final String ITEM = "urn:commons:dataset:item";
  private static final List<Place> PLACES =
      Stream.of("US", "DE", "*", "FR", "GB", "US", "JP", "CA").map(Place::new).toList();
  private static final List<String> QUESTIONS =
      List.of(
          "use=train&actor=commercial&place=DE",
          "use=redistribute",
          "use=ground&actor=research&place=US&date=2026-06-01",
          "actor=public-body");

  @TempDir Path folder;

  private final Table table = new Table();

  @Test
  void measuresVerdictsAndPermissions() throws Exception {
    verdicts(Rulesets.founding());
    inProcess();
    overHttp("seed", folder.resolve("home"));
    var made = System.getProperty("benchmark.home");
    if (made != null) {
      overHttp("47 k records", Path.of(made));
    }
    table.publish("classification");
  }

  private void verdicts(Ruleset ruleset) throws InterruptedException {
    var facts =
        IntStream.range(0, ITEMS)
            .mapToObj(number -> GeneratedFacts.of(number, true))
            .toArray(Facts[]::new);
    var rich = rich(ruleset);
    IntFunction<Object> most =
        n -> ruleset.judge(rich[n], PLACES.get(n % PLACES.size()), DAY, ITEM);
    IntFunction<Object> judge =
        n -> ruleset.judge(facts[n], PLACES.get(n % PLACES.size()), DAY, ITEM);
    IntFunction<Object> headline = n -> ruleset.headline(facts[n], DAY, ITEM);
    var one = new ArrayList<Rate.Figures>();
    var two = new ArrayList<Rate.Figures>();
    var knowing = new ArrayList<Rate.Figures>();
    var headlines = new ArrayList<Rate.Figures>();
    for (var round = 0; round < ROUNDS; round++) {
      one.add(Rate.of(1, ITEMS, judge));
      two.add(Rate.of(2, ITEMS, judge));
      knowing.add(Rate.of(2, ITEMS, most));
      headlines.add(Rate.of(2, ITEMS, headline));
    }
    verdicts(ruleset.rules().size() + " rules, explained verdicts, 2 threads", two, 100_000);
    verdicts("the same, 1 thread", one, 50_000);
    verdicts(
        "the same, items with the facts of two examples of rules, 2 threads", knowing, 100_000);
    verdicts("headlines (every place that counts, next change), 2 threads", headlines, 0);
  }

  /** Items that know far more than usual: each has the facts of two examples of the rules. */
  private static Facts[] rich(Ruleset ruleset) {
    var random = new Random(1);
    var examples =
        ruleset.rules().stream()
            .flatMap(rule -> rule.tests().stream())
            .map(RuleTest::facts)
            .toList();
    var items = new Facts[ITEMS];
    for (var n = 0; n < ITEMS; n++) {
      var facts = examples.get(random.nextInt(examples.size()));
      for (var more : examples.get(random.nextInt(examples.size())).all().entrySet()) {
        facts = facts.with(more.getKey(), more.getValue());
      }
      items[n] = facts;
    }
    return items;
  }

  /** The first third of the rounds warms up. */
  private void verdicts(String what, List<Rate.Figures> rounds, int bound) {
    var median = Rate.median(rounds.subList(ROUNDS / 3, ROUNDS));
    var figure =
        Table.number("%,.0f /s of CPU time, %,.0f /s by the clock", median.cpu(), median.wall());
    if (bound == 0) {
      table.row(what, figure, "none", "–");
    } else {
      table.atLeast(what, figure, Table.number("%,d /s", bound), median.cpu(), bound);
    }
  }

  private void inProcess() {
    try (var registry = TestRegistry.seeded()) {
      var answers = registry.context().getBean(PermissionAnswers.class);
      var slugs = slugs(registry.address());
      var times = new ArrayList<Double>();
      for (var round = 0; round < 2 * ROUNDS; round++) {
        for (var slug : slugs) {
          var started = System.nanoTime();
          var answer = answers.of(slug, "train", "commercial", "DE", "");
          if (round >= ROUNDS) {
            times.add((System.nanoTime() - started) / 1e6);
          }
          assertThat(answer.answers()).hasSize(1);
        }
      }
      Collections.sort(times);
      table.row(
          Table.number("one permission in the process, %d datasets of the seed", slugs.size()),
          Table.number(
              "p50 %.3f ms, p95 %.3f ms",
              times.get(times.size() / 2), times.get(times.size() * 95 / 100)),
          "none",
          "–");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void overHttp(String what, Path home) throws IOException, InterruptedException {
    try (var registry = new RunningRegistry(home)) {
      var paths = new ArrayList<String>();
      for (var slug : slugs(registry.address())) {
        for (var question : QUESTIONS) {
          paths.add("api/v1/permissions?dataset=" + slug + "&" + question);
        }
      }
      Load.of(registry.address(), paths, CLIENTS, 2);
      var alone = Load.of(registry.address(), paths, 1, 1);
      var times = Load.of(registry.address(), paths, CLIENTS, 3);
      table.atMost(
          Table.number("permissions over HTTP, %s, %d clients", what, CLIENTS),
          Table.number(
              "p50 %.1f ms, p95 %.1f ms, %,d requests", times.p50(), times.p95(), times.requests()),
          "p95 10 ms",
          times.p95(),
          10);
      table.atMost(
          "the same, 1 client",
          Table.number("p50 %.1f ms, p95 %.1f ms", alone.p50(), alone.p95()),
          "p95 10 ms",
          alone.p95(),
          10);
    }
  }

  /** Of the first hundred datasets. */
  private static List<String> slugs(URI address) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(address.resolve("api/v1/datasets?limit=100"))
              .header("Accept", "application/json")
              .build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      var slugs = new ArrayList<String>();
      new ObjectMapper()
          .readTree(answer.body())
          .path("items")
          .forEach(item -> slugs.add(item.path("slug").asText()));
      if (slugs.isEmpty()) {
        throw new IOException("no datasets at " + address + ": " + answer.statusCode());
      }
      return slugs;
    }
  }
}
