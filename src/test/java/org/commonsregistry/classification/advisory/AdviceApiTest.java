package org.commonsregistry.classification.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdviceApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.empty();
    registry.post(
        "api/v1/datasets",
        "text/turtle",
        """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        <https://data.example/birds> a dcat:Dataset ;
          dct:title "Garden birds"@en ;
          dct:description "Observations of wild birds and other species by volunteers, with date, place and taxon. The records are in the public domain."@en .
        """);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void adviceOnADatasetChangesNothingOfIt() throws IOException {
    var before = registry.get("api/v1/datasets/garden-birds").body();
    var head = registry.get("api/v1/log/entries?limit=1").body();

    var advice = json(registry.get("api/v1/advice?dataset=garden-birds"));

    assertThat(advice.path("categories").path(0).path("category").asText())
        .isEqualTo("biodiversity");
    assertThat(advice.path("sentences").path(0).path("sentence").asText())
        .isEqualTo("The records are in the public domain.");
    assertThat(advice.path("note").asText()).contains("not a verdict");
    assertThat(advice.path("model").asText()).hasSize(64);
    assertThat(registry.get("api/v1/datasets/garden-birds").body()).isEqualTo(before);
    assertThat(registry.get("api/v1/log/entries?limit=1").body()).isEqualTo(head);
  }

  @Test
  void theSameAdviceIsNotSentTwice() {
    var tag =
        registry
            .get("api/v1/advice?dataset=garden-birds")
            .headers()
            .firstValue("etag")
            .orElseThrow();
    assertThat(
            registry.get("api/v1/advice?dataset=garden-birds", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void aTextIsAdvisedOnAsJsonAndAsPlainText() throws IOException {
    var text = "Judgments of the supreme court and the courts of appeal, with citations.";
    var asJson =
        json(
            registry.post(
                "api/v1/advice",
                "application/json",
                JSON.createObjectNode().put("description", text).toString()));
    var plain = json(registry.post("api/v1/advice", "text/plain", text));
    assertThat(asJson).isEqualTo(plain);
    assertThat(plain.path("categories").path(0).path("category").asText())
        .isEqualTo("court-opinions");
  }

  @Test
  void anEmptyTextGetsEmptyListsAndAReason() throws IOException {
    var advice = json(registry.post("api/v1/advice", "application/json", "{}"));
    assertThat(advice.path("categories").isArray()).isTrue();
    assertThat(advice.path("sentences").isArray()).isTrue();
    assertThat(advice.path("abstained").asText()).isEqualTo("NO_TEXT");
  }

  @Test
  void whatIsNoTextIsRefusedWithWhatWasExpected() throws IOException {
    refused(400, registry.post("api/v1/advice", "application/json", "{\"title\": "));
    refused(400, registry.post("api/v1/advice", "application/json", "[]"));
    refused(400, registry.post("api/v1/advice", "application/json", ""));
    refused(400, registry.post("api/v1/advice", "application/json", "{\"title\": 7}"));
    refused(400, registry.post("api/v1/advice", "application/json", "{\"keywords\": \"a\"}"));
    refused(415, registry.post("api/v1/advice", "image/png", "x"));
    refused(413, registry.post("api/v1/advice", "text/plain", "x".repeat(10 << 20)));
  }

  @Test
  void anUnknownAndAnImpossibleNameAreNotFound() {
    assertThat(registry.get("api/v1/advice?dataset=nothing-here").statusCode()).isEqualTo(404);
    assertThat(registry.get("api/v1/advice?dataset=No%20Name").statusCode()).isEqualTo(404);
    assertThat(registry.get("api/v1/advice").statusCode()).isEqualTo(400);
  }

  private static void refused(int status, HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("expected").asText()).isNotEmpty();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
