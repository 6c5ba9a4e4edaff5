package org.commonsregistry.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A registry in a process of its own, started by the launcher as a user would. */
final class RunningRegistry implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;
  private final double secondsToUp;

  RunningRegistry(Path home) throws IOException, InterruptedException {
    var port = freePort();
    address = URI.create("http://127.0.0.1:" + port + "/");
    var started = System.nanoTime();
    process =
        new ProcessBuilder(
                List.of(
                    "./commons",
                    "serve",
                    "--port",
                    Integer.toString(port),
                    "--home",
                    home.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!up()) {
      if (System.nanoTime() - started > Duration.ofMinutes(10).toNanos()) {
        close();
        throw new IOException("The registry did not come up in ten minutes.");
      }
      Thread.sleep(20);
    }
    secondsToUp = (System.nanoTime() - started) / 1e9;
  }

  URI address() {
    return address;
  }

  double secondsToUp() {
    return secondsToUp;
  }

  private boolean up() throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(address.resolve("health")).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    client.close();
    process.destroy();
    process.waitFor();
  }
}
