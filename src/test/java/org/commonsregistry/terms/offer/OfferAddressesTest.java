package org.commonsregistry.terms.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The addresses as a client uses them. */
class OfferAddressesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
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
  void offersAreListedShownAndCompared() throws IOException {
    assertThat(json("api/v1/offers").path("total").asInt()).isEqualTo(10);
    var offer = json("api/v1/offers/eval-public");
    assertThat(offer.path("matrix")).hasSize(64);
    assertThat(offer.path("matrix").get(0).path("answer").asText()).isEqualTo("prohibited");
    assertThat(offer.path("term").has("until")).isFalse();
    assertThat(offer.path("readings").path("de").path("permissions")).isNotEmpty();
    var diff = json("api/v1/offers/diff?a=eval-public&b=commons-open");
    assertThat(diff.path("changes").get(0).path("after").asText()).isEqualTo("permitted");
  }

  @Test
  void thePolicyIsHadAsTurtleByAcceptAndBySuffix() {
    var byAccept = registry.get("api/v1/offers/eval-public", "Accept", "text/turtle");
    assertThat(byAccept.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/turtle");
    assertThat(byAccept.body()).contains("odrl:Offer");
    assertThat(registry.get("api/v1/offers/eval-public.ttl").body()).isEqualTo(byAccept.body());
  }

  @Test
  void badRequestsAreProblems() throws IOException {
    var missing = registry.get("api/v1/offers/nothing");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(missing.body()).path("remedy").asText()).contains("/api/v1/offers");
    assertThat(registry.get("api/v1/offers/diff?a=eval-public").statusCode()).isEqualTo(400);
    assertThat(registry.get("api/v1/offers/diff?a=eval-public&b=x").statusCode()).isEqualTo(404);
  }

  private static JsonNode json(String path) throws IOException {
    var response = registry.get(path, "Accept", "application/json");
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }
}
