package org.commonsregistry.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.commonsregistry.home.RunFile;

/** The commons command in a process of its own, as people run it. */
final class Running implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private final Process process;
  private final Path output;
  private final Path home;

  private Running(Process process, Path output, Path home) {
    this.process = process;
    this.output = output;
    this.home = home;
  }

  static Running start(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    var output = Files.createTempFile("commons-output-", ".txt");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-cp",
            classPath(),
            "org.commonsregistry.cli.Commons"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("COMMONS_SEED", "false");
    builder.environment().putAll(environment);
    return new Running(builder.start(), output, home);
  }

  /** A server with an empty catalogue that is UP. */
  static Running serve(Path home) throws IOException, InterruptedException {
    var server = start(home, Map.of(), "serve", "--port", "0", "--home", home.toString());
    server.awaitUp();
    return server;
  }

  private static String classPath() {
    var surefire = System.getProperty("surefire.test.class.path");
    var path = surefire == null ? System.getProperty("java.class.path") : surefire;
    return String.join(
        File.pathSeparator,
        List.of(path.split(File.pathSeparator)).stream()
            .filter(entry -> !entry.endsWith("test-classes"))
            .toList());
  }

  void awaitUp() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The server ended: " + output());
      }
      var run = RunFile.read(home.resolve("run")).filter(file -> file.pid() == process.pid());
      if (run.isPresent() && get("health").statusCode() == 200) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The server did not come up: " + output());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var address = RunFile.read(home.resolve("run")).orElseThrow().address();
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address + path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      if (process.isAlive() && path.equals("health")) {
        return get(path);
      }
      throw e;
    }
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The command does not end.");
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  boolean alive() {
    return process.isAlive();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    Files.deleteIfExists(output);
  }
}
