package org.commonsregistry.sparql;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.commonsregistry.rdf.RdfStore;

/** A running registry with a {@link MemoryStore}, spoken to over HTTP. */
final class TestEndpoint implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ApplicationContext context;
  private final EmbeddedServer server;
  final MemoryStore store = new MemoryStore();
  final String base;
  final int port;

  private TestEndpoint(Map<String, Object> settings) {
    port = freePort();
    base = "http://localhost:" + port + "/";
    var all = new HashMap<String, Object>();
    all.put("micronaut.server.port", port);
    all.put("commons.base-iri", base);
    all.put("commons.home", "target/test-home/sparql-" + port);
    all.put("commons.rdf.backend", "test");
    all.put(
        "datasources.default.url",
        "jdbc:h2:mem:sparql"
            + port
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    all.putAll(settings);
    context = ApplicationContext.builder().properties(all).build();
    context.registerSingleton(RdfStore.class, store);
    context.start();
    server = context.getBean(EmbeddedServer.class);
    server.start();
  }

  static TestEndpoint start() {
    return new TestEndpoint(Map.of());
  }

  static TestEndpoint start(Map<String, Object> settings) {
    return new TestEndpoint(settings);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Replaces everything stored. */
  void hold(String trig) {
    store.hold(dataset(trig));
  }

  static DatasetGraph dataset(String trig) {
    var graph = DatasetGraphFactory.createTxnMem();
    RDFParser.fromString(trig, Lang.TRIG).lang(Lang.TRIG).base("http://example.org/").parse(graph);
    return graph;
  }

  HttpResponse<String> query(String query) {
    return query(query, "*/*");
  }

  HttpResponse<String> query(String query, String accept) {
    return get("sparql?query=" + encoded(query), "Accept", accept);
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", type);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
