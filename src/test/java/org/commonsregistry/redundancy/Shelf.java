package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.testing.TestRegistry;

/** Puts datasets and texts into a running registry, and asks it about others. */
final class Shelf implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  final TestRegistry registry;

  Shelf() {
    this(Map.of());
  }

  Shelf(Map<String, Object> settings) {
    registry = TestRegistry.empty(settings);
  }

  Shelf(TestRegistry registry) {
    this.registry = registry;
  }

  /** Words nobody else says, different for every seed. */
  static String prose(long seed, int words) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (var i = 0; i < words; i++) {
      var letters = 2 + random.nextInt(7);
      for (var l = 0; l < letters; l++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append(i % 13 == 12 ? ".\n" : " ");
    }
    return text.toString();
  }

  Shelf dataset(String slug, String licence) {
    var answer =
        registry.post(
            "api/v1/datasets?by=Test",
            "text/turtle",
            """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix fact: <https://commonsregistry.org/ns/fact/> .
            <https://example.org/%1$s> a dcat:Dataset ; dct:title "%1$s"@en ;
              dct:description "Texts."@en ; dct:license "%2$s" ; dct:identifier "%1$s" ;
              fact:kind "text" ; fact:licenceDeclaredBy "rightsholder" .
            """
                .formatted(slug, licence));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return this;
  }

  /** As JSON lines; waits until everything is indexed. */
  Shelf holding(String slug, String purpose, List<String> texts) throws IOException {
    var lines = new StringBuilder();
    for (var text : texts) {
      lines.append(JSON.createObjectNode().put("text", text).put("language", "en")).append('\n');
    }
    return file(slug, purpose, slug + ".jsonl", lines.toString());
  }

  Shelf file(String slug, String purpose, String name, String body) throws IOException {
    var answer =
        registry.post(
            "api/v1/datasets/" + slug + "/holdings?name=" + name + "&purpose=" + purpose,
            "application/octet-stream",
            body);
    var last = JSON.readTree(answer.body().strip().lines().toList().getLast());
    assertThat(last.path("type").asText()).as(answer.body()).isEqualTo("ingested");
    awaitViews();
    return this;
  }

  void awaitViews() throws IOException {
    var deadline = System.nanoTime() + 60_000_000_000L;
    while (true) {
      var views = JSON.readTree(registry.get("api/v1/views").body());
      if (views.path("views").path("fingerprints").asLong() >= views.path("ledger").asLong()) {
        return;
      }
      assertThat(System.nanoTime()).as(views.toString()).isLessThan(deadline);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static ObjectNode question(int scale, List<String> texts) {
    var question = JSON.createObjectNode().put("fingerprint", "fp1").put("scale", scale);
    var documents = question.putArray("documents");
    for (var text : texts) {
      var sketch = Fp1.sketch(text, scale);
      var document = documents.addObject();
      document.put("words", sketch.words()).put("shingles", sketch.shingles());
      var hashes = document.putArray("hashes");
      for (var hash : sketch.hashes()) {
        hashes.add("%016x".formatted(hash));
      }
    }
    return question;
  }

  JsonNode check(String... texts) throws IOException {
    var answer = send(question(16, List.of(texts)).toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> send(String question, String... headers) {
    return post("api/v1/check", "application/json", question, headers);
  }

  /** Without a token. */
  HttpResponse<String> post(String path, String type, String body, String... headers) {
    var all = new ArrayList<>(List.of("Content-Type", type));
    all.addAll(List.of(headers));
    return registry.send(
        registry
            .request(path, all.toArray(String[]::new))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  JsonNode get(String path) throws IOException {
    var answer = registry.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  void withdrawHolding(String slug, int number) {
    var answer =
        registry.send(
            registry
                .request(
                    "api/v1/datasets/" + slug + "/holdings/" + number + "?reason=Test",
                    "Authorization",
                    "Bearer " + registry.token())
                .DELETE());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  @Override
  public void close() {
    registry.close();
  }
}
