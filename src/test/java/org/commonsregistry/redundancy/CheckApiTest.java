package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check over HTTP, on real holdings. */
class CheckApiTest {
  private static final String OPEN = Shelf.prose(1, 6_000);
  private static final String OTHER = Shelf.prose(2, 6_000);
  private static final String CLOSED = Shelf.prose(3, 6_000);
  private static final String EXAM = Shelf.prose(4, 6_000);
  private static Shelf shelf;

  @BeforeAll
  static void start() throws IOException {
    shelf = new Shelf(Map.of("commons.check.per-hour", 100_000));
    shelf.dataset("open", "CC0-1.0").holding("open", "training", List.of(OPEN));
    shelf.dataset("other", "CC-BY-4.0").holding("other", "training", List.of(OTHER));
    shelf.dataset("closed", "All rights reserved").holding("closed", "training", List.of(CLOSED));
    shelf.dataset("exam", "CC0-1.0").holding("exam", "evaluation", List.of(EXAM));
  }

  @AfterAll
  static void stop() {
    shelf.close();
  }

  private static String words(String text, int from, int to) {
    return String.join(" ", List.of(text.split("\\s+")).subList(from, to));
  }

  @Test
  void whatIsHeldIsFoundAndAttributedWithItsTerms() throws IOException {
    var sample = words(OPEN, 0, 3_000) + " " + words(OTHER, 0, 1_000) + " " + Shelf.prose(9, 1_000);
    var report = shelf.check(sample);
    var overlap = report.path("overlap");
    assertThat(overlap.path("share").asDouble()).isCloseTo(0.8, within(0.08));
    assertThat(overlap.path("low").asDouble()).isLessThan(overlap.path("share").asDouble());
    assertThat(overlap.path("high").asDouble()).isGreaterThan(overlap.path("share").asDouble());
    var sources = report.path("sources");
    assertThat(sources).hasSize(2);
    assertThat(sources.get(0).path("dataset").asText()).isEqualTo("open");
    assertThat(sources.get(0).path("share").asDouble()).isCloseTo(0.6, within(0.08));
    assertThat(sources.get(0).path("zone").asText()).isEqualTo("commons");
    assertThat(sources.get(0).path("licence").asText()).isEqualTo("CC0-1.0");
    assertThat(sources.get(0).path("uses").path("train").asText()).isEqualTo("PERMITTED");
    assertThat(sources.get(1).path("dataset").asText()).isEqualTo("other");
    assertThat(sources.get(1).path("uses").path("redistribute").asText()).isEqualTo("WITH_DUTIES");
    assertThat(report.path("lead").asText()).contains("of your words are already in the commons");
    assertThat(report.path("sent").path("kept").asText()).isEqualTo("nothing");
    var candidate = report.path("candidates").get(0);
    assertThat(shelf.registry.get(path(candidate)).body())
        .contains(OPEN.lines().findFirst().orElseThrow());
  }

  private static String path(JsonNode candidate) {
    return candidate.path("links").path("text").asText().replaceFirst("^https?://[^/]+/", "");
  }

  @Test
  void aNewTextIsNewAndTheSentenceIsInTheLanguageAskedFor() throws IOException {
    var answer = shelf.send(Shelf.question(16, List.of(Shelf.prose(77, 4_000))).toString());
    var report = Shelf.JSON.readTree(answer.body());
    assertThat(report.path("band").asText()).isEqualTo("new");
    assertThat(report.path("overlap").path("share").asDouble()).isZero();
    assertThat(report.path("sources")).isEmpty();
    var german =
        shelf.post(
            "api/v1/check?lang=de",
            "application/json",
            Shelf.question(16, List.of(OPEN)).toString());
    assertThat(Shelf.JSON.readTree(german.body()).path("lead").asText())
        .contains("Ihrer Wörter sind schon in den Commons");
  }

  @Test
  void textsThatNotEverybodyMayReadAreNeverConfirmed() throws IOException {
    for (var secret : List.of(CLOSED, EXAM)) {
      var report = shelf.check(secret);
      assertThat(report.path("band").asText()).isEqualTo("new");
      assertThat(report.path("overlap").path("found").asLong()).isZero();
      assertThat(report.path("candidates")).isEmpty();
      assertThat(report.path("similar").path("share").asDouble()).isZero();
    }
    var report = shelf.check(OPEN);
    assertThat(report.path("commons").path("documents").asLong()).isGreaterThanOrEqualTo(3);
    assertThat(report.path("commons").path("closed").asLong()).isEqualTo(1);
    assertThat(report.path("unchecked").toString()).contains("1 held text");
  }

  @Test
  void aShortTextGetsNoFigureButItsPassagesWhenItComesItself() throws IOException {
    var paragraph = words(OPEN, 200, 300);
    assertThat(shelf.check(paragraph).path("band").asText()).isEqualTo("not-enough-evidence");
    var answer = shelf.post("api/v1/check/text", "text/plain", paragraph);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var report = Shelf.JSON.readTree(answer.body());
    assertThat(report.path("band").asText()).isEqualTo("not-enough-evidence");
    assertThat(report.path("lead").asText())
        .startsWith("100 of your 100 words stand word for word");
    assertThat(report.path("passages").get(0).path("words").asInt()).isEqualTo(100);
    assertThat(report.path("passages").get(0).path("dataset").asText()).isEqualTo("open");
  }

  @Test
  void aWithdrawalCountsAtOnceAndComingBackToo() throws IOException {
    var text = Shelf.prose(5, 3_000);
    shelf.dataset("brief", "CC0-1.0").holding("brief", "training", List.of(text));
    assertThat(shelf.check(text).path("band").asText()).isEqualTo("already-there");
    shelf.withdrawHolding("brief", 1);
    assertThat(shelf.check(text).path("band").asText()).isEqualTo("new");
    shelf.awaitViews();
    assertThat(shelf.check(text).path("band").asText()).isEqualTo("new");
    shelf.holding("brief", "training", List.of(text, "And one more text of a few words only."));
    assertThat(shelf.check(text).path("band").asText()).isEqualTo("already-there");
  }

  @Test
  void everyBadSketchIsToldWhatWasExpectedWhatCameAndWhatToDo() throws IOException {
    refused(q -> q.put("scale", 8), 422, "scale 8");
    refused(q -> q.put("scale", 24), 422, "scale 24");
    refused(q -> q.put("fingerprint", "md5"), 422, "another one");
    refused(q -> q.remove("documents"), 400, "something else");
    refused(q -> hashes(q).insert(0, hashes(q).get(5)), 422, "hash 2 of document 1");
    refused(q -> hashes(q).set(3, hashes(q).get(2)), 422, "hash 4 of document 1");
    refused(q -> hashes(q).add("ffffffffffffffff"), 422, "of document 1 is not");
    refused(q -> hashes(q).set(0, Shelf.JSON.getNodeFactory().textNode("xyz")), 400, "");
    refused(q -> document(q).put("shingles", 1_000), 422, " in document 1");
    refused(q -> document(q).put("words", 10), 400, "");
    refused(q -> document(q).put("words", -1), 400, "");
    for (var body : List.of("", "{", "[]", "null", "{\"scale\":1e999}", "\u0000\u0001", "{}{}")) {
      assertThat(shelf.send(body).statusCode()).as(body).isBetween(400, 422);
    }
    var large = shelf.send("{\"documents\":[" + " ".repeat(2_000_000) + "]}");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(shelf.check(OPEN).path("band").asText()).isEqualTo("already-there");
  }

  private static ObjectNode document(ObjectNode question) {
    return (ObjectNode) question.path("documents").get(0);
  }

  private static ArrayNode hashes(ObjectNode question) {
    return (ArrayNode) document(question).path("hashes");
  }

  private static void refused(Consumer<ObjectNode> change, int status, String received)
      throws IOException {
    var question = Shelf.question(16, List.of(OPEN));
    change.accept(question);
    var answer = shelf.send(question.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    var problem = Shelf.JSON.readTree(answer.body());
    assertThat(problem.path("received").asText()).contains(received).isNotEmpty();
    assertThat(problem.path("expected").asText()).isNotEmpty();
    assertThat(problem.path("remedy").asText()).isNotEmpty();
  }

  @Test
  void textsThatAreNoneAreRefused() {
    assertThat(shelf.post("api/v1/check/text", "text/plain", "zero\0bytes").statusCode())
        .isEqualTo(400);
    assertThat(shelf.post("api/v1/check/text", "application/pdf", "text").statusCode())
        .isEqualTo(415);
    var empty = shelf.post("api/v1/check/text", "text/plain", "");
    assertThat(empty.statusCode()).isEqualTo(200);
    var one = shelf.post("api/v1/check/text", "text/plain", "same ".repeat(100_000));
    assertThat(one.body()).contains("not-enough-evidence");
    assertThat(shelf.post("api/v1/check/text?category=none", "text/plain", "a").statusCode())
        .isEqualTo(422);
  }
}
