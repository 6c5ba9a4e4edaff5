package org.commonsregistry.terms.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.commonsregistry.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferApiTest {
  private final OfferApi api =
      new OfferApi(
          new Offers(), Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void allOffersAreListed() {
    var items = (OfferApi.Items) api.all(get("application/json")).body();
    assertThat(items.total()).isEqualTo(10);
    assertThat(items.items().getFirst().id()).isEqualTo("commons-open");
    assertThat(items.items().getFirst().titles()).containsKeys("de", "en");
  }

  @Test
  void oneOfferHasMatrixWordsAndExports() {
    var details =
        (OfferApi.Details) api.one(get("application/json"), "retrieval-attribution").body();
    assertThat(details.matrix()).hasSize(64);
    var ground =
        details.matrix().stream()
            .filter(cell -> cell.use().equals("ground") && cell.actor().equals("anyone"))
            .findFirst()
            .orElseThrow();
    assertThat(ground.answer()).isEqualTo("with-duties");
    assertThat(ground.duties())
        .extracting(OfferApi.Owed::duty)
        .containsExactly("attribute", "compensate", "honour-removal");
    assertThat(ground.duties().getLast().words().get("en")).contains("within 7 days");
    assertThat(details.readings()).containsOnlyKeys("en", "de");
    assertThat(details.readings().get("de").permissions().getFirst().says()).startsWith("Darf: ");
    assertThat(details.exports().get("en")).hasSize(3);
    assertThat(details.term().duration()).isEqualTo("stop-flow");
    assertThat(details.term().until()).isNull();
    assertThat(details.notCovered().get("en")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "commons-open.ttl, application/json, text/turtle, @prefix",
    "commons-open, text/turtle, text/turtle, @prefix",
    "commons-open, application/ld+json, application/ld+json, {",
    "commons-open.nt, text/turtle, application/n-triples, <https://commonsregistry.org/offers",
  })
  void anOfferIsHadAsRdf(String id, String accept, String type, String begins) {
    var response = api.one(get(accept), id);
    assertThat(response.header(HttpHeaders.CONTENT_TYPE)).startsWith(type);
    var text = new String((byte[]) response.body(), StandardCharsets.UTF_8);
    assertThat(text.contains(begins)).isTrue();
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    var first = api.all(get("application/json"));
    var request =
        HttpRequest.GET("/api/v1/offers")
            .header(HttpHeaders.IF_NONE_MATCH, first.header(HttpHeaders.ETAG));
    assertThat(api.all(request).code()).isEqualTo(304);
  }

  @Test
  void twoOffersAreCompared() {
    var difference =
        (OfferApi.Difference)
            api.diff(
                    get("application/json"),
                    Optional.of("commons-open"),
                    Optional.of("commons-reciprocal"))
                .body();
    assertThat(difference.a().id()).isEqualTo("commons-open");
    assertThat(difference.b().id()).isEqualTo("commons-reciprocal");
    assertThat(difference.termChanged()).isTrue();
    var change = difference.changes().getFirst();
    assertThat(change.use()).isEqualTo("train");
    assertThat(change.before()).isEqualTo("permitted");
    assertThat(change.after()).isEqualTo("with-duties");
    assertThat(change.added())
        .extracting(OfferApi.Owed::duty)
        .containsExactly("attribute", "contribute-ecosystem");
    assertThat(change.dropped()).isEmpty();
  }

  @Test
  void badRequestsAreAnsweredWithWhatWasExpected() {
    assertThatThrownBy(() -> api.one(get("application/json"), "no-such-offer"))
        .asInstanceOf(type(ProblemException.class))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(404))
        .satisfies(e -> assertThat(e.problem().detail()).contains("no-such-offer"));
    assertThatThrownBy(
            () -> api.diff(get("application/json"), Optional.of("commons-open"), Optional.empty()))
        .asInstanceOf(type(ProblemException.class))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400))
        .satisfies(e -> assertThat(e.problem().detail()).contains("'b'"));
    assertThatThrownBy(() -> api.one(get("image/png"), "commons-open"))
        .asInstanceOf(type(ProblemException.class))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(406));
  }

  private static HttpRequest<?> get(String accept) {
    return HttpRequest.GET("/api/v1/offers").header(HttpHeaders.ACCEPT, accept);
  }
}
