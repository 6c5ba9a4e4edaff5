package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Questions to a running registry that are answered in JSON. */
final class Asking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Target.Place.Running registry;

  Asking(Target.Place.Running registry) {
    this.registry = registry;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(registry.resolve(path)).GET());
  }

  JsonNode post(String path, byte[] json) throws IOException, InterruptedException {
    return answer(
        HttpRequest.newBuilder(registry.resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + registry.token())
            .POST(BodyPublishers.ofByteArray(json)));
  }

  private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              request.timeout(PATIENCE).header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 == 2) {
        return JSON.readTree(answer.body());
      }
      throw new CannotRunException(Target.problem(registry, answer.statusCode(), answer.body()));
    }
  }
}
