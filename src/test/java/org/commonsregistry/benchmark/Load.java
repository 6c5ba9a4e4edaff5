package org.commonsregistry.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Asks addresses in turn from several clients at once and sorts the times. */
final class Load {
  private Load() {}

  /** Milliseconds. */
  record Times(double p50, double p95, double max, int requests) {}

  static Times of(URI base, List<String> paths, int clients, int rounds)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient();
        var pool = Executors.newFixedThreadPool(clients)) {
      var tasks = new ArrayList<Callable<List<Double>>>();
      for (var n = 0; n < clients; n++) {
        var offset = n;
        tasks.add(() -> ask(client, base, paths, offset, rounds));
      }
      var times = new ArrayList<Double>();
      for (var task : pool.invokeAll(tasks)) {
        times.addAll(task.get());
      }
      Collections.sort(times);
      return new Times(at(times, 0.5), at(times, 0.95), times.getLast(), times.size());
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private static List<Double> ask(
      HttpClient client, URI base, List<String> paths, int offset, int rounds)
      throws IOException, InterruptedException {
    var times = new ArrayList<Double>();
    for (var n = 0; n < rounds * paths.size(); n++) {
      var path = paths.get((n + offset) % paths.size());
      var request = HttpRequest.newBuilder(base.resolve(path)).header("Accept", "*/*").build();
      var started = System.nanoTime();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      times.add((System.nanoTime() - started) / 1e6);
      if (answer.statusCode() != 200) {
        throw new IOException(path + " answered " + answer.statusCode());
      }
    }
    return times;
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
  }
}
