package org.commonsregistry.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.home.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a command works: {@code --registry URL}, {@code --home DIR}, else whatever answers on
 * localhost:8080, else the home {@code var}.
 */
final class Target {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final URI LOCALHOST = URI.create("http://localhost:8080/");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "An idle registry's home, opened by this command; if its server runs, the command goes through that.")
  private @Nullable Path home;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description =
          "A running registry; its token is taken from COMMONS_TOKEN or from the home's run file.")
  private @Nullable URI registry;

  @Option(names = "--json", description = "Answer in JSON, for machines.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** Either a running registry or an idle home. */
  sealed interface Place {
    record Running(URI address, String token) implements Place {
      URI resolve(String path) {
        var text = address.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
      }
    }

    record Idle(Path home) implements Place {}
  }

  Place find() throws IOException {
    var chosen = home == null ? Path.of("var") : home;
    var run = RunFile.read(chosen.resolve("run")).filter(RunFile::alive);
    var asked = registry;
    if (asked != null) {
      return new Place.Running(asked, token(run.filter(r -> same(r.address(), asked))));
    }
    // A process number may have been given to somebody else since the server ended.
    if (run.isPresent() && answers(run.get().address())) {
      return new Place.Running(run.get().address(), run.get().token());
    }
    if (home == null && answers(LOCALHOST)) {
      return new Place.Running(LOCALHOST, token(Optional.empty()));
    }
    return new Place.Idle(chosen);
  }

  /** The token goes to the server it belongs to and to nobody else. */
  private static boolean same(URI ours, URI asked) {
    return ours.getPort() == asked.getPort()
        && "http".equalsIgnoreCase(asked.getScheme())
        && asked.getHost() != null
        && HERE.contains(asked.getHost().toLowerCase(Locale.ROOT));
  }

  private static String token(Optional<RunFile> run) {
    var given = System.getenv("COMMONS_TOKEN");
    return given != null ? given : run.map(RunFile::token).orElse("");
  }

  private static boolean answers(URI address) {
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      var request =
          HttpRequest.newBuilder(address.resolve("/health")).timeout(Duration.ofSeconds(5)).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() < 600 && answer.body().contains("catalogue");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What a registry said instead of doing what it was asked, in one line. */
  static String problem(Place.Running registry, int status, String body) {
    try {
      var problem = JSON.readTree(body);
      return registry.address()
          + " answered "
          + status
          + ": "
          + problem.path("detail").asText()
          + " "
          + problem.path("remedy").asText();
    } catch (IOException e) {
      return registry.address() + " answered " + status + ".";
    }
  }

  static String asJson(Map<String, ?> answer) {
    try {
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain maps are always JSON", e);
    }
  }

  /** The registry's parts in an idle home, without a server. */
  static ApplicationContext open(Path home) {
    return ApplicationContext.builder()
        .banner(false)
        .properties(Map.of("commons.home", home.toAbsolutePath().normalize().toString()))
        .start();
  }
}
