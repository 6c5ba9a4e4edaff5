package org.commonsregistry.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.commonsregistry.identity.OperatorToken;

/** A running registry in a home of its own, on a free port. */
public final class TestRegistry implements AutoCloseable {
  private final TestHome home;
  private final ApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  private TestRegistry(TestHome home, Map<String, Object> settings, Object... beans) {
    this.home = home;
    context = home.open(settings, beans);
    var server = context.getBean(EmbeddedServer.class).start();
    address = URI.create("http://localhost:" + server.getPort() + "/");
  }

  /** With categories, without the seed catalogue. */
  public static TestRegistry empty() {
    return empty(Map.of());
  }

  public static TestRegistry empty(Map<String, Object> settings) {
    var all = new HashMap<>(settings);
    all.putIfAbsent("commons.seed", false);
    var registry = new TestRegistry(new TestHome(), all);
    registry.awaitUp();
    return registry;
  }

  /** Like {@link #empty()}, with a clock of the test's own. */
  public static TestRegistry empty(Clock clock) {
    return empty(Map.of(), clock);
  }

  /** With settings and a clock of the test's own. */
  public static TestRegistry empty(Map<String, Object> settings, Clock clock) {
    var all = new HashMap<>(settings);
    all.putIfAbsent("commons.seed", false);
    var registry = new TestRegistry(new TestHome(), all, clock);
    registry.awaitUp();
    return registry;
  }

  /** With the seed catalogue. */
  public static TestRegistry seeded() {
    var registry = new TestRegistry(new TestHome(), Map.of("commons.seed", true));
    registry.awaitUp();
    return registry;
  }

  /** Stops this registry and starts another in its home. */
  public TestRegistry restarted(Map<String, Object> settings) {
    client.close();
    context.close();
    var all = new HashMap<>(settings);
    all.putIfAbsent("commons.seed", false);
    var next = new TestRegistry(home, all);
    next.awaitUp();
    return next;
  }

  public URI address() {
    return address;
  }

  public ApplicationContext context() {
    return context;
  }

  public TestHome home() {
    return home;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** With the operator token. */
  public HttpResponse<String> post(String path, String contentType, String body) {
    return send(
        request(path, "Content-Type", contentType, "Authorization", "Bearer " + token())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  public String token() {
    return context.getBean(OperatorToken.class).value();
  }

  private void awaitUp() {
    var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (get("health").statusCode() != 200) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The registry did not come up: " + get("health").body());
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    client.close();
    context.close();
    home.close();
  }
}
