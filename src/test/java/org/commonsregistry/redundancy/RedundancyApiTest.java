package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonsregistry.fingerprint.Fp1;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Benchmarks, datasets and packs over HTTP, on real holdings. */
class RedundancyApiTest {
  private static final String OPEN = Shelf.prose(1, 9_000);
  private static final List<String> EXAM = BenchmarkScanTest.exam(400);
  private static Shelf shelf;

  @BeforeAll
  static void start() throws IOException {
    shelf = new Shelf(Map.of("commons.check.per-hour", 100));
    shelf.dataset("exam", "CC0-1.0").holding("exam", "evaluation", EXAM);
    shelf
        .dataset("open", "CC0-1.0")
        .holding(
            "open", "training", List.of(OPEN, Shelf.prose(3, 300) + EXAM.get(0) + " And so on."));
    var half = OPEN.substring(0, OPEN.length() / 2);
    shelf.dataset("copy", "CC-BY-4.0").holding("copy", "training", List.of(half));
    shelf.dataset("closed", "All rights reserved").holding("closed", "training", List.of(OPEN));
  }

  @AfterAll
  static void stop() {
    shelf.close();
  }

  private static JsonNode settled() throws IOException {
    for (var i = 0; i < 500; i++) {
      var bulletin = shelf.get("api/v1/contamination");
      if (bulletin.path("waiting").asLong() == 0) {
        return bulletin;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError(shelf.get("api/v1/contamination"));
  }

  private static JsonNode of(JsonNode bulletin, String benchmark) {
    for (var one : bulletin.path("benchmarks")) {
      if (one.path("dataset").asText().equals(benchmark)) {
        return one;
      }
    }
    throw new AssertionError(bulletin);
  }

  @Test
  void theBulletinNamesTheItemsThatStandInAHoldingAndWhere() throws IOException {
    var exam = of(settled(), "exam");
    assertThat(exam.path("items").asLong()).isEqualTo(400);
    assertThat(exam.path("found").asLong()).isEqualTo(1);
    assertThat(exam.path("canary").asText()).hasSize(36);
    assertThat(exam.path("datasets").get(0).path("dataset").asText()).isEqualTo("open");
    var list = shelf.get("api/v1/contamination/evidence?benchmark=exam").path("items");
    assertThat(list).hasSize(1);
    var evidence = list.get(0);
    assertThat(evidence.path("item").asLong()).isZero();
    assertThat(evidence.path("ordinal").asLong()).isEqualTo(1);
    var text = shelf.get("api/v1/holdings/open/1/records/1").path("text").asText();
    assertThat(text.substring(evidence.path("start").asInt(), evidence.path("end").asInt()))
        .contains("altogether in April and May");
    assertThat(shelf.registry.get("api/v1/contamination").body()).doesNotContain("altogether");
    var byDataset = shelf.get("api/v1/datasets/open/contamination");
    assertThat(of(byDataset, "exam").path("found").asLong()).isEqualTo(1);
    assertThat(of(shelf.get("api/v1/datasets/copy/contamination"), "exam").path("found").asLong())
        .isZero();
  }

  @Test
  void aBenchmarkThatComesLaterIsLookedForInWhatIsThereAlready() throws IOException {
    var items = new ArrayList<String>();
    var words = List.of(OPEN.split("\\s+"));
    for (var i = 0; i < 20; i++) {
      items.add(String.join(" ", words.subList(i * 100, i * 100 + 12)));
    }
    shelf.dataset("late", "CC0-1.0").holding("late", "evaluation", items);
    var late = of(settled(), "late");
    assertThat(late.path("found").asLong()).isEqualTo(20);
    var in = new ArrayList<String>();
    late.path("datasets").forEach(d -> in.add(d.path("dataset").asText()));
    assertThat(in).containsExactlyInAnyOrder("open", "closed", "copy");
  }

  @Test
  void datasetsShowHowMuchOfThemIsInsideOthers() throws IOException {
    var overlap = shelf.get("api/v1/datasets/copy/overlap");
    assertThat(overlap.path("items")).hasSize(1);
    var with = overlap.path("items").get(0);
    assertThat(with.path("dataset").asText()).isEqualTo("open");
    assertThat(with.path("ofThis").path("share").asDouble()).isGreaterThan(0.98);
    assertThat(with.path("ofOther").path("share").asDouble()).isBetween(0.4, 0.55);
    assertThat(with.path("differentTerms").asBoolean()).isTrue();
    assertThat(with.path("lead").asText()).contains("is inside “open”, under different terms");
    assertThat(shelf.get("api/v1/datasets/closed/overlap").path("items")).isEmpty();
    assertThat(shelf.registry.get("api/v1/datasets/nothing/overlap").statusCode()).isEqualTo(404);
  }

  @Test
  void rangeFilesTogetherHoldEveryHashOfOpenTextsAndMayBeCached() throws IOException {
    var index = shelf.get("api/v1/fingerprints/ranges");
    assertThat(index.path("digits").asInt()).isEqualTo(1);
    var hashes =
        "0123456789abcdef"
            .chars()
            .mapToObj(c -> shelf.registry.get("api/v1/fingerprints/ranges/" + (char) c))
            .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
            .flatMap(answer -> answer.body().lines())
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, 16))
            .collect(Collectors.toSet());
    for (var hash : Fp1.sketch(OPEN, 1_024).hashes()) {
      assertThat(hashes).contains("%016x".formatted(hash));
    }
    var one = shelf.registry.get("api/v1/fingerprints/ranges/0");
    assertThat(one.headers().firstValue("cache-control")).hasValue("public, max-age=3600");
    var tag = one.headers().firstValue("etag").orElseThrow();
    assertThat(
            shelf.registry.get("api/v1/fingerprints/ranges/0", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(shelf.registry.get("api/v1/fingerprints/ranges/zz").statusCode()).isEqualTo(404);
  }

  @Test
  void thePackSaysWhatTheRegistrySaysAndKeepsClosedTextsOut() throws Exception {
    var answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                shelf
                    .registry
                    .request("api/v1/fingerprints/pack?scale=16&language=en")
                    .GET()
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    var pack = OfflinePack.read(answer.body());
    assertThat(pack.header().datasets())
        .extracting(OfflinePack.Source::dataset)
        .containsExactlyInAnyOrder("open", "copy");
    var sample = OPEN.substring(OPEN.length() / 3) + Shelf.prose(44, 3_000);
    var offline = pack.compare(List.of(Fp1.sketch(sample, 16)), "en");
    var online = shelf.check(sample);
    assertThat(offline.share().orElseThrow())
        .isEqualTo(online.path("overlap").path("share").asDouble());
    assertThat(offline.lead()).isEqualTo(online.path("lead").asText());
    assertThat(shelf.registry.get("api/v1/fingerprints/pack?scale=8").statusCode()).isEqualTo(400);
  }

  @Test
  void aDescriptionGetsFactsAndNoFigureForOverlap() throws IOException {
    var about = shelf.get("api/v1/check/about?title=open&language=en");
    assertThat(about.path("datasets").toString()).contains("\"dataset\":\"open\"");
    assertThat(about.path("commons").path("documents").asLong()).isEqualTo(4);
    assertThat(about.has("overlap")).isFalse();
    assertThat(about.path("unchecked").toString()).contains("says nothing");
  }
}
