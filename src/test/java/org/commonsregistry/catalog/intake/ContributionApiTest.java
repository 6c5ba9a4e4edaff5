package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContributionApiTest {
  private static final String PREFIXES =
      "@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .\n";
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.empty();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void aBareDatasetIsTakenInWithNotesOnWhatWouldHelp() {
    var answer = publish("<https://d.example/bare> a dcat:Dataset ; dct:title \"Bare one\"@en .");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("\"outcome\":\"created\"").contains("\"notes\":[\"");
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(address -> assertThat(address).endsWith("/datasets/bare-one"));
  }

  @Test
  void whatCannotBeTakenInIsRefusedWithTheShapesOwnWords() {
    var answer =
        publish(
            "<https://d.example/bad> a dcat:Dataset ; dct:title \"Bad link\"@en ;"
                + " dcat:landingPage <gopher://old.example/1> .");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("shape-violated").contains("remedy");
    assertThat(registry.get("datasets/bad-link").statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressThatIsTakenIsAConflictForOneDataset() {
    publish("<https://d.example/first> a dcat:Dataset ; dct:title \"Same name\"@en .");
    var answer =
        publish("<https://d.example/second> a dcat:Dataset ; dct:title \"Same name\"@en .");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("same-name").contains("remedy");
  }

  @Test
  void ofSeveralDatasetsAllAreTakenInOrNone() {
    publish("<https://d.example/a1> a dcat:Dataset ; dct:title \"Taken name\"@en .");
    var answer =
        publish(
            "<https://d.example/a2> a dcat:Dataset ; dct:title \"Taken name\"@en .\n"
                + "<https://d.example/a3> a dcat:Dataset ; dct:title \"Free name\"@en .");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(registry.get("datasets/free-name.ttl").statusCode()).isEqualTo(404);
  }

  @Test
  void theSameAgainChangesNothing() {
    var turtle = "<https://d.example/twice> a dcat:Dataset ; dct:title \"Twice\"@en .";
    publish(turtle);
    var answer = publish(turtle);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"unchanged\"");
  }

  @Test
  void aWithdrawnDatasetIsGoneAndStaysGone() {
    var turtle = "<https://d.example/gone> a dcat:Dataset ; dct:title \"Gone soon\"@en .";
    publish(turtle);
    var withdrawn =
        registry.send(
            registry
                .request(
                    "api/v1/datasets/gone-soon?reason=Asked+for+by+its+steward",
                    "Authorization",
                    "Bearer " + registry.token())
                .DELETE());
    assertThat(withdrawn.statusCode()).isEqualTo(200);
    assertThat(registry.get("datasets/gone-soon", "Accept", "text/turtle").statusCode())
        .isEqualTo(410);
    assertThat(publish(turtle).body()).contains("kept-withdrawn");
    assertThat(registry.get("api/v1/search?q=gone+soon").body()).contains("\"total\":0");
  }

  @Test
  void nobodyWritesWithoutAToken() {
    var answer =
        registry.send(
            registry
                .request("api/v1/datasets", "Content-Type", "text/turtle")
                .POST(HttpRequest.BodyPublishers.ofString(PREFIXES)));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Authorization: Bearer").contains("remedy");
  }

  private static java.net.http.HttpResponse<String> publish(String turtle) {
    return registry.post("api/v1/datasets", "text/turtle", PREFIXES + turtle);
  }
}
