package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a clear answer, nothing lost, and a healthy registry afterwards. */
class BadInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIXES =
      "@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .\n";
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.empty();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @AfterEach
  void ledgerAndViewsAgree() {
    var head = registry.context().getBean(Ledger.class).head();
    var projector = registry.context().getBean(Projector.class);
    assertThat(projector.await(head, Duration.ofSeconds(20))).isTrue();
    assertThat(projector.failures()).isEmpty();
    assertThat(projector.skipped()).isEmpty();
    assertThat(registry.get("health").statusCode()).isEqualTo(200);
    assertThat(registry.get("api/v1/log/entries?limit=500").statusCode()).isEqualTo(200);
  }

  @Test
  void brokenTurtleIsAnsweredWithItsLineAndColumn() throws IOException {
    var problem =
        problem(
            400,
            post("text/turtle", PREFIXES + "<https://a.example/x> a dcat:Dataset ;\n  oops ."));
    assertThat(problem.path("detail").asText()).contains("line 3", "column");
    assertThat(problem.path("remedy").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<relative>", "<file:///etc/passwd>", "<#x>"})
  void relativeAndLocalIrisAreRefused(String iri) throws IOException {
    problem(400, post("text/turtle", PREFIXES + iri + " a dcat:Dataset ; dct:title \"T\" ."));
    var lines = imports("x.ttl", utf8(PREFIXES + iri + " a dcat:Dataset ; dct:title \"T\" ."));
    assertThat(done(lines).path("broken").asText()).contains(iri.substring(1, iri.length() - 1));
  }

  @Test
  void aLiteralOfAHundredMegabytesIsRefusedForItsSize() throws IOException {
    var head =
        (PREFIXES + "<https://a.example/big> a dcat:Dataset ; dct:title \"")
            .getBytes(StandardCharsets.UTF_8);
    problem(
        413,
        registry.send(
            registry
                .request(
                    "api/v1/datasets", "Content-Type", "text/turtle", "Authorization", bearer())
                .POST(BodyPublishers.ofInputStream(() -> endless(head, 100L << 20)))));
    var lines =
        lines(
            registry
                .send(
                    registry
                        .request("api/v1/imports?name=big.ttl", "Authorization", bearer())
                        .POST(BodyPublishers.ofInputStream(() -> endless(head, 100L << 20))))
                .body());
    assertThat(done(lines).path("broken").asText()).contains("67108864 bytes");
  }

  @Test
  void aDatasetWithoutATitleIsRefusedAndItsNeighboursAreTaken() throws IOException {
    var turtle =
        PREFIXES
            + "<https://a.example/untitled> a dcat:Dataset .\n"
            + "<https://a.example/titled> a dcat:Dataset ; dct:title \"Titled neighbour\"@en .";
    problem(422, post("text/turtle", turtle));
    var lines = imports("x.ttl", utf8(turtle));
    assertThat(done(lines).path("created").asInt()).isEqualTo(1);
    assertThat(refused(lines))
        .singleElement()
        .satisfies(line -> assertThat(line.path("reason").asText()).contains("no title"));
    lines = imports("x.jsonl", utf8("{\"id\":\"u:1\"}\n{\"id\":\"u:2\",\"title\":\"Fine\"}\n"));
    assertThat(refused(lines))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("place").asText()).isEqualTo("line 1");
              assertThat(line.path("remedy").asText()).isNotBlank();
            });
    assertThat(done(lines).path("created").asInt()).isEqualTo(1);
  }

  @Test
  void aTakenAddressIsAConflict() throws IOException {
    assertThat(post("text/turtle", dataset("https://a.example/c1", "Collision")).statusCode())
        .isEqualTo(201);
    var problem = problem(409, post("text/turtle", dataset("https://b.example/c2", "Collision")));
    assertThat(problem.path("detail").asText()).contains("collision");
    var own =
        registry
            .context()
            .getBean(org.commonsregistry.rdf.BaseIri.class)
            .toPublic("urn:commons:dataset:own-slug");
    assertThat(post("text/turtle", dataset(own, "Collision")).body()).contains("own-slug");
  }

  @Test
  void anUpdateIsNoDataset() throws IOException {
    problem(415, post("application/sparql-update", "LOAD <file:///etc/passwd>"));
    problem(
        415,
        registry.post("api/v1/imports?name=x.ru", "application/sparql-update", "LOAD <http://x/>"));
    var lines = imports("x.ttl", utf8("LOAD <http://localhost:1/x.ttl>"));
    assertThat(done(lines).path("broken").asText()).contains("line 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bomb.jsonl.gz", "bomb.jsonl.zst", "bomb.ttl.gz", "bomb.nq.zst"})
  void aDecompressionBombIsStoppedEarly(String name) throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (OutputStream packing =
        name.endsWith(".gz") ? new GZIPOutputStream(bomb) : new ZstdOutputStream(bomb)) {
      var zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) ' ');
      for (var i = 0; i < 400; i++) {
        packing.write(zeros);
      }
    }
    var started = System.nanoTime();
    var lines = imports(name, bomb.toByteArray());
    assertThat(done(lines).path("broken").asText()).isNotBlank();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void otherEncodingsAreNamed() throws IOException {
    var text = dataset("https://a.example/enc", "Größe");
    assertThat(broken("x.ttl", text.getBytes(StandardCharsets.ISO_8859_1)))
        .contains("not valid UTF-8", "line 2", "Latin-1");
    assertThat(broken("x.ttl", text.getBytes(StandardCharsets.UTF_16))).contains("UTF-16");
    var record = "{\"id\":\"e:1\",\"title\":\"Größe\"}\n";
    assertThat(broken("x.jsonl", record.getBytes(StandardCharsets.UTF_16))).contains("UTF-16");
    var lines = imports("x.jsonl", record.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refused(lines).getFirst().path("reason").asText()).contains("UTF-8");
    assertThat(done(imports("x.jsonl", utf8("\uFEFF" + record))).path("created").asInt())
        .isEqualTo(1);
    assertThat(done(imports("x.ttl", utf8("\uFEFF" + text))).path("created").asInt()).isEqualTo(1);
    problem(
        400,
        registry.send(
            registry
                .request(
                    "api/v1/datasets", "Content-Type", "text/turtle", "Authorization", bearer())
                .POST(BodyPublishers.ofByteArray(text.getBytes(Charset.forName("windows-1252"))))));
  }

  @Test
  void strangeJsonLinesAreRefusedLineByLine() throws IOException {
    var lines =
        imports(
            "x.jsonl",
            utf8(
                String.join(
                    "\n",
                    "[1,2]", // 1
                    "\"text\"", // 2
                    "{\"id\":\"s:1\",\"id\":\"s:2\",\"title\":\"Twice\"}", // 3
                    "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}", // 4
                    "{\"id\":\"s:3\",\"title\":\"One\"}{\"id\":\"s:4\",\"title\":\"Two\"}", // 5
                    "{\"id\":\"s:5\",\"title\":\"Cut", // 6
                    "null", // 7
                    "", // 8
                    "{\"id\":\"s:6\",\"title\":\"Good\"}", // 9
                    "\u0000{\"id\":\"s:7\",\"title\":\"Nul\"}"))); // 10
    assertThat(refused(lines).stream().map(line -> line.path("place").asText()))
        .containsExactly(
            "line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 10");
    assertThat(refused(lines)).allSatisfy(l -> assertThat(l.path("reason").asText()).isNotBlank());
    assertThat(done(lines).path("created").asInt()).isEqualTo(1);
  }

  @Test
  void aLineOfFiftyMegabytesIsRefusedAndTheNextIsTaken() throws IOException {
    var head = utf8("{\"id\":\"l:1\",\"title\":\"");
    var tail = utf8("\"}\n{\"id\":\"l:2\",\"title\":\"After the long line\"}\n");
    var body =
        registry
            .send(
                registry
                    .request("api/v1/imports?name=x.jsonl", "Authorization", bearer())
                    .POST(
                        BodyPublishers.concat(
                            BodyPublishers.ofInputStream(() -> endless(head, 50L << 20)),
                            BodyPublishers.ofByteArray(tail))))
            .body();
    assertThat(refused(lines(body)))
        .singleElement()
        .satisfies(line -> assertThat(line.path("reason").asText()).contains("4194304 bytes"));
    assertThat(done(lines(body)).path("created").asInt()).isEqualTo(1);
  }

  @Test
  void strangeValuesAreTidiedAndNothingElseIsLost() throws IOException {
    var record =
        """
        {"id":"v:1","title":{"en us":"Odd language","en":"Strange \\u0000 values \\ud800 here"},
         "description":"Write to somebody@example.org or see <b>this</b>","landingPage":"https://a.example/a b[1]?q=100%",
         "byteSize":-5,"issued":"2026-13-45T99:00:00Z","publisher":"国立国会図書館","languages":["en","Klingon",""],
         "keywords":["%s"],"licenseUrls":["not a url"],"spatial":["XX","World"]}
        """
            .replace("\n", " ")
            .replace("%s", "k".repeat(40_000));
    var lines = imports("x.jsonl", utf8(record));
    assertThat(done(lines).path("created").asInt()).as(lines.toString()).isEqualTo(1);
    var dataset =
        registry
            .context()
            .getBean(Datasets.class)
            .current(new DatasetId("v-1"))
            .orElseThrow()
            .dataset();
    assertThat(dataset.titles())
        .containsValue("Odd language")
        .containsValue("Strange  values  here");
    assertThat(dataset.description("en").orElse(""))
        .doesNotContain("@")
        .contains("(address removed)");
    assertThat(dataset.landingPages()).containsExactly("https://a.example/a%20b%5B1%5D?q=100%25");
    assertThat(dataset.steward().orElseThrow().name()).isEqualTo("国立国会図書館");
    assertThat(dataset.issued()).hasValue("2026-13-45T99:00:00Z");
    assertThat(dataset.extents()).isEmpty();
  }

  @Test
  void aHundredThousandKeywordsAreRefusedOrTakenButNeverHarmful() throws IOException {
    var words =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "\"word" + i + "\"")
            .collect(Collectors.joining(","));
    var lines =
        imports(
            "x.jsonl",
            utf8("{\"id\":\"k:1\",\"title\":\"Many words\",\"keywords\":[" + words + "]}\n"));
    assertThat(refused(lines))
        .singleElement()
        .satisfies(line -> assertThat(line.path("reason").asText()).contains("bytes"));
  }

  @Test
  void hostileRepetitionsTakeNoTime() throws IOException {
    var started = System.nanoTime();
    var records =
        List.of(
            "{\"id\":\"h:1\",\"title\":\"T\",\"publisher\":\"[a](b)" + " ".repeat(200_000) + "x\"}",
            "{\"id\":\"h:2\",\"title\":\"T\",\"description\":\"x@" + "a.".repeat(200_000) + "\"}",
            "{\"id\":\"h:3\",\"title\":\"T\",\"description\":\"" + "a@".repeat(200_000) + "\"}",
            "{\"id\":\"h:4\",\"title\":\"" + "-é".repeat(100_000) + "\"}",
            "{\"id\":\"" + "x".repeat(300_000) + "\",\"title\":\"T\"}");
    var lines = imports("x.jsonl", utf8(String.join("\n", records)));
    assertThat(done(lines).path("refused").asInt() + done(lines).path("created").asInt())
        .isEqualTo(5);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void strangeRdfIsTakenOrRefusedRecordByRecord() throws IOException {
    var turtle =
        PREFIXES
            + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
            + """
            <https://a.example/r1> a dcat:Dataset ; dct:title "Lists and nonsense"@en ;
              dct:issued "yesterday"^^xsd:dateTime ; dcat:keyword ("a" "b" "c") ;
              dcat:contactPoint [ <http://www.w3.org/2006/vcard/ns#hasEmail> <mailto:me@example.org> ] ;
              dcat:distribution [ dcat:accessURL <https://a.example/f> ; dcat:byteSize "-12"^^xsd:nonNegativeInteger ] ,
                [ dcat:accessURL <https://a.example/f> ; dcat:byteSize "1e3"^^xsd:double ] ;
              dct:publisher "Büro für Daten" .
            """;
    var lines = imports("x.ttl", utf8(turtle));
    assertThat(done(lines).path("created").asInt()).as(lines.toString()).isEqualTo(1);
    var version =
        registry
            .context()
            .getBean(Datasets.class)
            .current(new DatasetId("lists-and-nonsense"))
            .orElseThrow();
    assertThat(version.payload().toString()).doesNotContain("me@example.org");
    assertThat(version.dataset().distributions())
        .extracting(d -> d.bytes())
        .containsExactlyInAnyOrder(-1L, 1000L);
    assertThat(version.dataset().steward().orElseThrow().name()).isEqualTo("Büro für Daten");
    lines =
        imports(
            "x.nt",
            utf8(
                "<https://a.example/a b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .\n"));
    assertThat(done(lines).path("refused").asInt() + done(lines).path("broken").asText().length())
        .isPositive();
  }

  @Test
  void tooManyStatementsAboutOneDatasetAreRefusedNotCut() throws IOException {
    var text =
        new StringBuilder(
            PREFIXES + "<https://a.example/wide> a dcat:Dataset ; dct:title \"Wide\"@en");
    for (var i = 0; i < 21_000; i++) {
      text.append(" ; dcat:keyword \"").append(i).append('"');
    }
    var lines =
        imports(
            "x.ttl",
            utf8(
                text
                    + " .\n"
                    + "<https://a.example/narrow> a dcat:Dataset ; dct:title \"Narrow\"@en ."));
    assertThat(refused(lines)).hasSize(1);
    assertThat(done(lines).path("created").asInt()).isEqualTo(1);
  }

  @Test
  void anUploadThatIsCutOffKeepsWhatWasCounted() throws Exception {
    var records = new StringBuilder();
    for (var i = 0; i < 1_200; i++) {
      records
          .append("{\"id\":\"cut:")
          .append(i)
          .append("\",\"title\":\"Cut ")
          .append(i)
          .append("\"}\n");
    }
    for (var kind : List.of("length", "chunk")) {
      var address = registry.address();
      try (var socket = new Socket(address.getHost(), address.getPort())) {
        var out = socket.getOutputStream();
        var body = records.toString().replace("cut:", "cut-" + kind + ":");
        var head =
            "POST /api/v1/imports?name=x.jsonl HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + bearer()
                + "\r\nContent-Type: application/x-ndjson\r\n";
        if (kind.equals("length")) {
          out.write(utf8(head + "Content-Length: " + (body.length() * 2) + "\r\n\r\n" + body));
        } else {
          out.write(
              utf8(
                  head
                      + "Transfer-Encoding: chunked\r\n\r\n"
                      + Integer.toHexString(body.length())
                      + "\r\n"
                      + body
                      + "\r\nnot-a-size\r\n"));
        }
        out.flush();
        Thread.sleep(1_500);
      }
      var last = new DatasetId("cut-" + kind + "-999");
      awaitTrue(() -> registry.context().getBean(Datasets.class).current(last).isPresent());
      var again = imports("x.jsonl", utf8(records.toString().replace("cut:", "cut-" + kind + ":")));
      assertThat(done(again).path("unchanged").asInt()).as(kind).isGreaterThanOrEqualTo(1_000);
      assertThat(done(again).path("unchanged").asInt() + done(again).path("created").asInt())
          .isEqualTo(1_200);
    }
  }

  @Test
  void aClientThatReadsOnlyAfterSendingEverythingIsNotStuck() throws IOException {
    var body = "{\"id\":1}\n".repeat(60_000);
    var lines = imports("x.jsonl", utf8(body));
    assertThat(refused(lines)).hasSize(60_000);
    assertThat(done(lines).path("refused").asInt()).isEqualTo(60_000);
  }

  @Test
  void anEmptyBodyIsAnsweredClearly() throws IOException {
    problem(422, post("application/x-ndjson", ""));
    problem(400, post("text/turtle", ""));
    problem(400, post("application/ld+json", ""));
    assertThat(done(imports("x.jsonl", new byte[0])).path("refused").asInt()).isZero();
  }

  @Test
  void writingNeedsTheRightToken() throws IOException {
    for (var header : List.of("", "Bearer wrong", "Basic b3BlcmF0b3I6eA==")) {
      var request = registry.request("api/v1/datasets", "Content-Type", "text/turtle");
      if (!header.isEmpty()) {
        request.header("Authorization", header);
      }
      var answer = registry.send(request.POST(BodyPublishers.ofString("x")));
      assertThat(problem(401, answer).path("remedy").asText()).contains("run");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }
    for (var path : List.of("api/v1/imports?name=x.ttl", "api/v1/views/all/rebuild")) {
      assertThat(registry.send(registry.request(path).POST(BodyPublishers.noBody())).statusCode())
          .isEqualTo(401);
    }
    assertThat(registry.send(registry.request("api/v1/datasets/x?reason=y").DELETE()).statusCode())
        .isEqualTo(401);
  }

  private static String broken(String name, byte[] body) throws IOException {
    return done(imports(name, body)).path("broken").asText();
  }

  private static String dataset(String iri, String title) {
    return PREFIXES + "<" + iri + "> a dcat:Dataset ; dct:title \"" + title + "\"@en .";
  }

  private static java.net.http.HttpResponse<String> post(String type, String body) {
    return registry.post("api/v1/datasets", type, body);
  }

  private static List<JsonNode> imports(String name, byte[] body) throws IOException {
    return lines(
        registry
            .send(
                registry
                    .request("api/v1/imports?name=" + name, "Authorization", bearer())
                    .POST(BodyPublishers.ofByteArray(body)))
            .body());
  }

  private static List<JsonNode> lines(String text) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : text.lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static JsonNode done(List<JsonNode> lines) {
    assertThat(lines).isNotEmpty();
    assertThat(lines.getLast().path("type").asText())
        .as(lines.getLast().toString())
        .isEqualTo("done");
    return lines.getLast();
  }

  private static List<JsonNode> refused(List<JsonNode> lines) {
    return lines.stream().filter(line -> line.path("type").asText().equals("refused")).toList();
  }

  private static JsonNode problem(int status, java.net.http.HttpResponse<String> answer)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    return JSON.readTree(answer.body());
  }

  private static String bearer() {
    return "Bearer " + registry.token();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void awaitTrue(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    for (var i = 0; i < 100 && !condition.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static InputStream endless(byte[] head, long length) {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        if (at >= length) {
          return -1;
        }
        var next = at < head.length ? head[(int) at] : 'x';
        at++;
        return next;
      }
    };
  }
}
