package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonsregistry.home.Home;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckPageTest {
  private static final String CANARY = "vermilion pangolins audit the lighthouse ledger at dusk";

  private TestRegistry registry;

  @BeforeAll
  void start() {
    registry = TestRegistry.empty();
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  @Test
  void aTextThatWasSentIsInNoFileAfterwardsAndNotInTheAnswer() throws Exception {
    var answer = form("text=" + encoded(CANARY.repeat(60)) + "&agree=yes");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("in memory only").doesNotContain("pangolins");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(holding("pangolins")).isEmpty();
  }

  @Test
  void withoutConsentNothingIsCompared() throws Exception {
    var answer = form("text=" + encoded(CANARY));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("sending it was not agreed to").doesNotContain("pangolins");
  }

  @Test
  void anEmptyFormIsAskedForAText() throws Exception {
    var answer = form("text=++&agree=yes");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("No text came");
  }

  @Test
  void aFormThatIsNoneIsRefusedWithARemedy() throws Exception {
    assertThat(form("text=%zz&agree=yes").statusCode()).isEqualTo(400);
  }

  @Test
  void aSketchThatIsTooDenseIsRefused() throws Exception {
    var answer =
        post(
            "application/json",
            "{\"fingerprint\":\"fp1\",\"scale\":4,\"documents\":[{\"words\":9,\"shingles\":2,"
                + "\"hashes\":[]}]}");
    assertThat(answer.statusCode()).isBetween(400, 422);
  }

  @Test
  void aDescriptionIsAnsweredWithoutAFigure() throws Exception {
    var answer =
        send(
            HttpRequest.newBuilder(
                registry.address().resolve("check?title=Tides&description=moon&category=x%3Cy")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("there is no figure").doesNotContain("x<y");
  }

  private HttpResponse<String> form(String body) throws Exception {
    return post("application/x-www-form-urlencoded", body);
  }

  private HttpResponse<String> post(String type, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(registry.address().resolve("check"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<Path> holding(String word) throws IOException {
    try (var files = Files.walk(registry.context().getBean(Home.class).root())) {
      return files.filter(Files::isRegularFile).filter(file -> has(file, word)).toList();
    }
  }

  private static boolean has(Path file, String word) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      return false; // gone since it was listed
    }
  }
}
