package org.commonsregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.commonsregistry.identity.OperatorToken;
import org.commonsregistry.rdf.RdfRefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProblemResponsesTest {
  private static EmbeddedServer server;
  private static String token;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "micronaut.server.port", -1,
                "commons.home", "target/test-home/problems",
                "test.problems", "true",
                "datasources.default.url",
                    "jdbc:h2:mem:problems;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"));
    token = server.getApplicationContext().getBean(OperatorToken.class).value();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aProblemIsAnsweredAsItIs() throws Exception {
    var answer = send("GET", "/trouble/missing", "", "*/*", null);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("\"detail\":\"No dataset \\\"x\\\".\"")
        .contains("\"expected\":\"a slug\"")
        .contains("\"received\":\"x\"")
        .contains("\"remedy\":\"Look at /search.\"")
        .contains("\"instance\":\"/trouble/missing\"")
        .contains("\"status\":404");
  }

  @Test
  void aPersonGetsAPageWithEverythingEscaped() throws Exception {
    var answer = send("GET", "/trouble/script", "", "text/html,*/*;q=0.8", null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
    assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void aBusyAnswerSaysWhenToComeBack() throws Exception {
    var answer = send("GET", "/trouble/busy", "", "*/*", null);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).contains("7");
  }

  @Test
  void refusedRdfIsTheSendersFaultWithARemedy() throws Exception {
    var answer = send("GET", "/trouble/rdf", "", "*/*", null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 3").contains("Close the string.");
  }

  @Test
  void aBugTellsNothingAboutOurInside() throws Exception {
    var answer = send("GET", "/trouble/bug", "", "*/*", null);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void micronautsOwnErrorsAreProblemsToo() throws Exception {
    assertThat(send("GET", "/nowhere", "", "*/*", null).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/trouble/bug", "", "*/*", null).statusCode()).isEqualTo(405);
    assertThat(send("GET", "/trouble/number?n=many", "", "*/*", null).statusCode()).isEqualTo(400);
    assertThat(send("GET", "/trouble/number", "", "*/*", null).statusCode()).isEqualTo(400);
    assertThat(send("GET", "/trouble/number?n=1", "", "image/png", null).statusCode())
        .isEqualTo(406);
    assertThat(send("POST", "/trouble", "x", "*/*", "text/plain").statusCode()).isEqualTo(415);
    assertThat(send("POST", "/trouble", "{", "*/*", "application/json").statusCode())
        .isEqualTo(400);
    for (var path : new String[] {"/nowhere", "/trouble/number?n=many"}) {
      assertThat(
              send("GET", path, "", "text/turtle, */*;q=0.1", null)
                  .headers()
                  .firstValue("content-type"))
          .contains("application/problem+json");
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws Exception {
    for (var path : new String[] {"/trouble/number?n=1", "/nowhere", "/trouble/bug"}) {
      var headers = send("GET", path, "", "*/*", null).headers();
      assertThat(headers.firstValue("content-security-policy").orElse(""))
          .contains("default-src 'self'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
      assertThat(headers.firstValue("referrer-policy")).isPresent();
      assertThat(headers.firstValue("access-control-allow-origin")).contains("*");
      assertThat(headers.firstValue("vary")).contains("Accept");
    }
  }

  @Test
  void otherSitesMayReadButNotWrite() throws Exception {
    var write = preflight("/trouble");
    assertThat(write.headers().firstValue("access-control-allow-methods")).contains("GET, HEAD");
    var query = preflight("/sparql");
    assertThat(query.statusCode()).isEqualTo(204);
    assertThat(query.headers().firstValue("access-control-allow-methods"))
        .contains("GET, HEAD, POST");
    assertThat(send("POST", "/trouble", "{}", "*/*", "application/json").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  private static HttpResponse<String> preflight(String path) throws Exception {
    return CLIENT.send(
        java.net.http.HttpRequest.newBuilder(server.getURI().resolve(path))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Access-Control-Request-Method", "POST")
            .header("Origin", "https://elsewhere.example")
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(
      String method, String path, String body, String accept, String type)
      throws IOException, InterruptedException {
    var request =
        java.net.http.HttpRequest.newBuilder(URI.create(server.getURI() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Accept", accept)
            .header("Authorization", "Bearer " + token)
            .header("Origin", "https://elsewhere.example");
    if (type != null) {
      request.header("Content-Type", type);
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @Serdeable
  record Wish(String what) {}

  @Controller("/trouble")
  @Requires(property = "test.problems")
  static class Trouble {
    @Get("/missing")
    String missing() {
      throw ProblemException.notFound("No dataset \"x\".")
          .expected("a slug")
          .received("x")
          .remedy("Look at /search.");
    }

    @Get("/script")
    String script() {
      throw ProblemException.badRequest("<script>alert(1)</script>");
    }

    @Get("/busy")
    String busy() {
      throw ProblemException.tooManyRequests("Too many.", Duration.ofSeconds(7));
    }

    @Get("/rdf")
    String rdf() {
      throw new RdfRefusedException("line 3: broken", "Close the string.");
    }

    @Get("/bug")
    String bug() {
      throw new IllegalStateException("secret path /etc");
    }

    @Get("/number")
    @Produces(MediaType.TEXT_PLAIN)
    String number(HttpRequest<?> request, int n) {
      return request.getPath() + n;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    String wish(@Body Wish wish) {
      return wish.what();
    }
  }
}
