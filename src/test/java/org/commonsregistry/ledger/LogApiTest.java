package org.commonsregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.empty();
    for (var n = 1; n <= 3; n++) {
      registry.post(
          "api/v1/datasets",
          "text/turtle",
          "@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> ."
              + " <https://data.example/"
              + n
              + "> a dcat:Dataset ; dct:title \"Log "
              + n
              + "\"@en .");
    }
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void followingTheNextLinkVisitsEveryEntryOnceAndInOrder() throws IOException {
    var after = 0L;
    var expected = 1L;
    while (true) {
      var page = page("api/v1/log/entries?limit=1&after=" + after);
      for (var entry : page.path("entries")) {
        assertThat(entry.path("sequence").asLong()).isEqualTo(expected++);
      }
      if (page.path("next").isMissingNode()) {
        assertThat(expected - 1).isEqualTo(page.path("total").asLong()).isGreaterThan(3);
        return;
      }
      after = page.path("next").asLong();
    }
  }

  @Test
  void anyoneCanRecomputeALeafFromWhatIsPublished() throws IOException {
    for (var entry : page("api/v1/log/entries?limit=500").path("entries")) {
      var leaf =
          Leaf.of(
              new EntryKind(entry.path("kind").asText()),
              new Actor(entry.path("who").asText()),
              Instant.parse(entry.path("when").asText()),
              entry.path("subject").asText(),
              entry.path("payload").asText().getBytes(StandardCharsets.UTF_8),
              HexFormat.of().parseHex(entry.path("salt").asText()));
      assertThat(HexFormat.of().formatHex(leaf)).isEqualTo(entry.path("leaf").asText());
    }
  }

  @Test
  void anEntryThatIsNotThereIsAProblemThatSaysWhichAre() {
    var answer = registry.get("api/v1/log/entries/9999");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"expected\":\"1 to ");
  }

  @Test
  void aPageThatIsTooLargeIsRefusedInsteadOfCutSilently() {
    assertThat(registry.get("api/v1/log/entries?limit=501").statusCode()).isEqualTo(400);
  }

  @Test
  void aReadThatCarriesTheNumberOfItsWriteSeesIt() throws IOException {
    var written =
        registry.post(
            "api/v1/datasets",
            "text/turtle",
            "@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> ."
                + " <https://data.example/own> a dcat:Dataset ; dct:title \"Own write\"@en .");
    var sequence = written.headers().firstValue("Commons-Sequence").orElseThrow();
    var views = registry.get("api/v1/views", "Commons-Sequence", sequence);
    for (var view : JSON.readTree(views.body()).path("views")) {
      assertThat(view.asLong()).isGreaterThanOrEqualTo(Long.parseLong(sequence));
    }
  }

  @Test
  void aNumberThatIsNoNumberIsExplained() {
    var answer = registry.get("api/v1/views", "Commons-Sequence", "soon");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("a whole number");
  }

  private static JsonNode page(String path) throws IOException {
    return JSON.readTree(registry.get(path).body());
  }
}
