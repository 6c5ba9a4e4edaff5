package org.commonsregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ConditionalRequestTest {
  private static final String TAG = EntityTags.of(7, "query", "text/turtle");

  @Test
  void aTagChangesWithEveryPart() {
    assertThat(TAG).isEqualTo(EntityTags.of(7, "query", "text/turtle")).matches("\"[0-9a-f]+\"");
    assertThat(TAG).isNotEqualTo(EntityTags.of(8, "query", "text/turtle"));
    assertThat(EntityTags.of("ab", "c")).isNotEqualTo(EntityTags.of("a", "bc"));
  }

  @Test
  void aKnownTagIsAnsweredWithNotModified() {
    for (var header : new String[] {TAG, "W/" + TAG, "\"x\", " + TAG, "*"}) {
      var answer =
          EntityTags.notModified(HttpRequest.GET("/").header("If-None-Match", header), TAG);
      assertThat(answer).hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(304));
      assertThat(answer.orElseThrow().header("ETag")).isEqualTo(TAG);
    }
  }

  @Test
  void anotherTagOrNoneIsAnsweredInFull() {
    assertThat(EntityTags.notModified(HttpRequest.GET("/"), TAG)).isEmpty();
    for (var header : new String[] {"", "\"x\"", "W/", ",,", TAG.substring(1)}) {
      assertThat(EntityTags.notModified(HttpRequest.GET("/").header("If-None-Match", header), TAG))
          .isEmpty();
    }
  }

  @Test
  void theNextPageKeepsTheOtherParameters() {
    var request =
        HttpRequest.GET(URI.create("/api/v1/datasets?q=caf%C3%A9+%26&cursor=old&zone=a&zone=b"));
    var links = new PageLinks().next(request, "cursor", "new=1").toString();
    assertThat(links).startsWith("</api/v1/datasets?").endsWith(">; rel=\"next\"");
    assertThat(links)
        .contains("q=caf%C3%A9+%26&zone=a&zone=b&cursor=new%3D1")
        .doesNotContain("cursor=old");
  }

  @Test
  void linksNameTheirMediaType() {
    assertThat(new PageLinks().link(URI.create("/a.ttl"), "alternate", "text/turtle").toString())
        .isEqualTo("</a.ttl>; rel=\"alternate\"; type=\"text/turtle\"");
  }
}
