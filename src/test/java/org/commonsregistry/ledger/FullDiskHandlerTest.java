package org.commonsregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry whose disk has less room than it keeps free. */
class FullDiskHandlerTest {
  private static final String TURTLE =
      """
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      <https://d.example/%1$s> a dcat:Dataset ; dct:title "The %1$s"@en .
      """;

  private TestRegistry registry;

  @BeforeEach
  void fill() {
    registry = TestRegistry.empty();
    assertThat(publish("before").statusCode()).isEqualTo(201);
    registry = registry.restarted(Map.of("commons.free-space", Long.MAX_VALUE));
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void aWriteIsAnsweredWith507AndWhatToDo() {
    var answer = publish("during");
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("disk-full", "The registry's disk is full.", "Tell the operator");
    var withdrawal =
        registry.send(
            registry
                .request(
                    "api/v1/datasets/the-before?reason=Asked",
                    "Authorization",
                    "Bearer " + registry.token())
                .DELETE());
    assertThat(withdrawal.statusCode()).isEqualTo(507);
  }

  @Test
  void aBulkImportSaysThatTheDiskIsFull() {
    var answer =
        registry.post(
            "api/v1/imports?by=Tester&name=a.ttl", "text/turtle", TURTLE.formatted("during"));
    assertThat(answer.body())
        .contains("\"type\":\"failed\"", "The registry's disk is full.")
        .doesNotContain("\"type\":\"done\"");
  }

  @Test
  void readingGoesOnAndWithRoomAgainSoDoesWriting() {
    publish("during");
    assertThat(registry.get("datasets/the-before.ttl").statusCode()).isEqualTo(200);
    assertThat(registry.get("datasets/the-during.ttl").statusCode()).isEqualTo(404);
    registry = registry.restarted(Map.of());
    assertThat(publish("during").statusCode()).isEqualTo(201);
    assertThat(registry.get("datasets/the-during.ttl").statusCode()).isEqualTo(200);
    assertThat(registry.get("datasets/the-before.ttl").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> publish(String name) {
    return registry.post("api/v1/datasets", "text/turtle", TURTLE.formatted(name));
  }
}
