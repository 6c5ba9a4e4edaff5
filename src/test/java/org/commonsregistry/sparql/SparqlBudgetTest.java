package org.commonsregistry.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is complete, or a problem, or visibly broken: seen from a raw socket. */
@Timeout(120)
class SparqlBudgetTest {
  private static final String PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
  private static TestEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint =
        TestEndpoint.start(
            Map.of(
                "commons.sparql.first-result", "1s",
                "commons.sparql.total", "3s",
                "commons.sparql.stall", "1s",
                "commons.sparql.queue-wait", "300ms",
                "commons.sparql.concurrent", "2",
                "commons.sparql.queue", "2",
                "commons.sparql.result-bytes", "8000000",
                "commons.sparql.result-rows", "100000"));
    hold(endpoint);
  }

  private static TestEndpoint hold(TestEndpoint endpoint) {
    var graph = DatasetGraphFactory.createTxnMem();
    var name = NodeFactory.createURI("urn:g");
    var predicate = NodeFactory.createURI("urn:p");
    graph.executeWrite(
        () -> {
          for (var i = 0; i < 2_000; i++) {
            var subject = NodeFactory.createURI("urn:s:" + i);
            var object = NodeFactory.createLiteralString("value " + i);
            graph.getDefaultGraph().add(subject, predicate, object);
            graph.add(name, subject, predicate, object);
          }
        });
    endpoint.store.hold(graph);
    return endpoint;
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (COUNT(*) AS ?n) { " + PRODUCT + " }",
        "SELECT * { " + PRODUCT + " } ORDER BY ?c",
        "SELECT DISTINCT ?x { "
            + PRODUCT
            + " BIND(1 AS ?x) FILTER(CONCAT(?c, ?f, ?i, ?l) = 'none') }",
        "ASK { " + PRODUCT + " FILTER(CONCAT(?c, ?f, ?i, ?l) = 'none') }",
        "SELECT ?a (SUM(STRLEN(?f)) AS ?n) { " + PRODUCT + " } GROUP BY ?a",
        "SELECT * { " + PRODUCT + " FILTER NOT EXISTS { ?a ?b ?c . ?j ?k ?l } }",
        "SELECT * { ?a (<urn:p>|!<urn:p>)* ?b . ?c (<urn:p>|^<urn:p>)* ?d"
            + " FILTER(STRLEN(STR(?b)) + STRLEN(STR(?d)) < 0) }",
        "CONSTRUCT { ?a ?b ?c } WHERE { " + PRODUCT + " FILTER(CONCAT(?c, ?f, ?i, ?l) = 'none') }",
        "DESCRIBE ?a { " + PRODUCT + " }",
      })
  void aQueryThatFindsNothingInTimeIsAProblem(String query) {
    var start = System.nanoTime();
    var answer = endpoint.query(query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    assertThat(answer.body()).contains("/snapshots").contains("first result within 1 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void afterEndedQueriesThereIsRoomAgain() throws Exception {
    for (var i = 0; i < 4; i++) {
      endpoint.query("SELECT (COUNT(*) AS ?n) { " + PRODUCT + " }");
    }
    eventually(() -> endpoint.query("ASK {}").statusCode() == 200);
  }

  @Test
  void aSmallAnswerHasALengthAndALargeOneIsChunkedToItsEnd() throws IOException {
    var small = raw("SELECT * { ?s ?p ?o } LIMIT 10", "text/csv", Duration.ZERO);
    assertThat(small.head()).containsIgnoringCase("content-length:").contains("200 OK");
    var large = raw("SELECT * { ?s ?p ?o . ?x ?y ?z } LIMIT 50000", "text/csv", Duration.ZERO);
    assertThat(large.head()).containsIgnoringCase("transfer-encoding: chunked").contains("200 OK");
    assertThat(large.ended()).isTrue();
    assertThat(large.lines()).isEqualTo(50_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/csv", "application/sparql-results+json", "application/sparql-results+xml"})
  void tooManyRowsBreakTheConnectionInsteadOfEndingIt(String accept) throws IOException {
    var broken = raw("SELECT * { ?s ?p ?o . ?x ?y ?z }", accept, Duration.ZERO);
    assertThat(broken.head()).contains("200 OK");
    assertThat(broken.bytes()).isGreaterThan(500_000);
    assertThat(broken.ended()).as("a truncated 200 must not look complete").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/turtle", "application/n-triples"})
  void anExplodingConstructBreaksTheConnectionToo(String accept) throws IOException {
    var query =
        "CONSTRUCT { ?s ?x ?z . ?x2 ?p ?o } WHERE { ?s ?p ?o . ?q ?x ?z BIND(IRI(CONCAT(STR(?s),"
            + " STR(?z))) AS ?x2) }";
    var broken = raw(query, accept, Duration.ZERO);
    assertThat(broken.ended()).isFalse();
  }

  @Test
  void aBudgetThatBreaksBeforeAnythingWasSentIsAProblem() {
    var held = "CONSTRUCT { ?s ?y ?z } WHERE { ?s ?p ?o . ?x ?y ?z }";
    for (var accept : List.of("application/ld+json", "application/rdf+xml")) {
      var answer = endpoint.query(held, accept);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("text/turtle");
    }
  }

  /** The answer is far larger than what the kernel's socket buffers can hold (some megabytes). */
  @Test
  void aReaderThatTakesNothingIsLetGo() throws Exception {
    var large =
        "SELECT ?s (CONCAT(?o, '" + "x".repeat(900) + "') AS ?text) { ?s ?p ?o . ?x ?y ?z }";
    try (var roomy = hold(TestEndpoint.start(Map.of("commons.sparql.stall", "1s")));
        var socket = asked(roomy.port, large + " LIMIT 50000", "text/csv")) {
      socket.setSoTimeout(30_000);
      var executor = roomy.bean(QueryExecutor.class);
      eventually(() -> executor.running() == 1);
      eventually(() -> executor.running() == 0);
      var answer = read(socket.getInputStream(), Duration.ZERO);
      assertThat(answer.ended()).isFalse();
      assertThat(answer.bytes()).isLessThan(40_000_000);
      assertThat(roomy.query("ASK {}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSlowReaderGetsEverything() throws IOException {
    var answer =
        raw("SELECT * { ?s ?p ?o . ?x ?y ?z } LIMIT 45000", "text/csv", Duration.ofMillis(5));
    assertThat(answer.ended()).isTrue();
    assertThat(answer.lines()).isEqualTo(45_001);
  }

  /** Their time would be over after ten minutes, the test is after two. */
  @Test
  void aClientThatLeavesMakesRoomBeforeItsTimeIsOver() throws Exception {
    var patient =
        Map.<String, Object>of(
            "commons.sparql.first-result", "10m",
            "commons.sparql.total", "10m",
            "commons.sparql.stall", "10m");
    try (var roomy = hold(TestEndpoint.start(patient))) {
      var executor = roomy.bean(QueryExecutor.class);
      for (var query :
          List.of(
              "SELECT (COUNT(*) AS ?n) { " + PRODUCT + " }", "SELECT * { ?s ?p ?o . ?x ?y ?z }")) {
        eventually(() -> executor.running() == 0);
        var socket = asked(roomy.port, query, "text/csv");
        eventually(() -> executor.running() == 1);
        socket.setSoLinger(true, 0);
        socket.close();
        eventually(() -> executor.running() == 0);
      }
    }
  }

  @Test
  void tooManyQueriesAtOnceAreSentToTheSnapshot() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<HttpResponse<String>>>();
      for (var i = 0; i < 12; i++) {
        Callable<HttpResponse<String>> ask =
            () -> endpoint.query("SELECT (COUNT(*) AS ?n) { " + PRODUCT + " }");
        answers.add(clients.submit(ask));
      }
      var refused = 0;
      for (var answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(503);
        if (answer.get().body().contains("too-many-queries")) {
          refused++;
          assertThat(answer.get().headers().firstValue("retry-after")).isPresent();
          assertThat(answer.get().headers().firstValue("link").orElse("")).contains("/snapshots");
        }
      }
      assertThat(refused).isGreaterThanOrEqualTo(8);
    }
    eventually(() -> endpoint.query("ASK {}").statusCode() == 200);
  }

  @Test
  void httpOneZeroNeverGetsAnAnswerWhoseEndItCannotSee() throws IOException {
    try (var socket = new Socket("localhost", endpoint.port)) {
      var query = TestEndpoint.encoded("SELECT * { ?s ?p ?o . ?x ?y ?z } LIMIT 50000");
      socket
          .getOutputStream()
          .write(
              ("GET /sparql?query=" + query + " HTTP/1.0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readNBytes(300), StandardCharsets.ISO_8859_1);
      assertThat(answer).contains(" 505 ");
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  /**
   * @param ended whether the body ended as HTTP wants it: all of its length, or its last chunk
   */
  private record Raw(String head, String body, int bytes, boolean ended) {
    long lines() {
      return body.lines().count();
    }
  }

  private static Raw raw(String query, String accept, Duration pause) throws IOException {
    try (var socket = asked(query, accept)) {
      socket.setSoTimeout(30_000);
      return read(socket.getInputStream(), pause);
    }
  }

  private static Socket asked(String query, String accept) throws IOException {
    return asked(endpoint.port, query, accept);
  }

  private static Socket asked(int port, String query, String accept) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(16 * 1024);
    socket.connect(new java.net.InetSocketAddress("localhost", port));
    socket
        .getOutputStream()
        .write(
            ("GET /sparql?query="
                    + TestEndpoint.encoded(query)
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: "
                    + accept
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static Raw read(InputStream in, Duration pause) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        return new Raw(head.toString(), "", 0, false);
      }
      head.append((char) next);
    }
    var lower = head.toString().toLowerCase(java.util.Locale.ROOT);
    var body = new StringBuilder();
    if (!lower.contains("transfer-encoding: chunked")) {
      var length =
          Integer.parseInt(lower.replaceFirst("(?s).*content-length: *(\\d+).*", "$1").strip());
      body.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      return new Raw(head.toString(), body.toString(), length, body.length() > 0);
    }
    return chunked(in, head.toString(), body, pause);
  }

  private static Raw chunked(InputStream in, String head, StringBuilder body, Duration pause)
      throws IOException {
    var bytes = 0;
    try {
      while (true) {
        var line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
          var next = in.read();
          if (next < 0) {
            return new Raw(head, body.toString(), bytes, false);
          }
          line.append((char) next);
        }
        var size = Integer.parseInt(line.toString().strip(), 16);
        var chunk = in.readNBytes(size + 2);
        if (chunk.length < size + 2) {
          return new Raw(head, body.toString(), bytes + chunk.length, false);
        }
        if (size == 0) {
          return new Raw(head, body.toString(), bytes, true);
        }
        bytes += size;
        body.append(new String(chunk, 0, size, StandardCharsets.ISO_8859_1));
        Thread.sleep(pause);
      }
    } catch (IOException e) {
      return new Raw(head, body.toString(), bytes, false);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
