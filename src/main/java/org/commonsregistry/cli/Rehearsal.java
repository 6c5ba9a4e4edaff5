package org.commonsregistry.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * A few typical requests to a server that has just started, so that the classes they need go into
 * the start-up cache.
 */
final class Rehearsal {
  private static final List<String> PATHS =
      List.of(
          "",
          "search?q=encyclopedia",
          "datasets/wikidata",
          "datasets/wikidata.ttl",
          "datasets/wikidata.jsonld",
          "categories",
          "api/v1/datasets",
          "api/v1/search?q=speech",
          "sparql?query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%2010");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private Rehearsal() {}

  /** Whether the server came UP in time. */
  static boolean of(URI address) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (get(client, address.resolve("health"), "application/json") != 200) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        Thread.sleep(200);
      }
      for (var path : PATHS) {
        get(client, address.resolve(path), "text/html,*/*;q=0.5");
      }
      return true;
    }
  }

  private static int get(HttpClient client, URI address, String accept)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Accept", accept)
            .timeout(Duration.ofSeconds(30))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
