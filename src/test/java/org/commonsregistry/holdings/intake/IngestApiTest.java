package org.commonsregistry.holdings.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts over HTTP: in, out, and out of every answer again. */
class IngestApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.empty();
    for (var slug : List.of("fables", "wharf", "exam", "closed", "gone", "cut", "evil", "mixed")) {
      var licence = slug.equals("closed") ? "All rights reserved" : "CC0-1.0";
      var answer =
          registry.post(
              "api/v1/datasets?by=Test",
              "text/turtle",
              """
              @prefix dcat: <http://www.w3.org/ns/dcat#> .
              @prefix dct: <http://purl.org/dc/terms/> .
              @prefix fact: <https://commonsregistry.org/ns/fact/> .
              <https://example.org/%1$s> a dcat:Dataset ; dct:title "%1$s"@en ;
                dct:description "Texts."@en ; dct:license "%2$s" ; dct:identifier "%1$s" ;
                fact:kind "text" ; fact:licenceDeclaredBy "rightsholder" .
              """
                  .formatted(slug, licence));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  private static List<JsonNode> ingest(String slug, String query, byte[] body) throws IOException {
    var answer = send(slug, query, new ByteArrayInputStream(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var lines = new ArrayList<JsonNode>();
    for (var line : answer.body().split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static HttpResponse<String> send(String slug, String query, InputStream body) {
    return registry.send(
        registry
            .request(
                "api/v1/datasets/" + slug + "/holdings?" + query,
                "Authorization",
                "Bearer " + registry.token())
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void whatComesIsServedWithItsProvenanceAndOnlyOnce() throws IOException {
    var body =
        utf8(
            """
            {"id":"fox","text":"The quick brown fox jumps over the lazy dog near the river bank.","license":"CC0-1.0","metadata":{"url":"https://example.org/fox","author":"Aesop"},"title":"The fox"}
            {"id":"none"}
            {"text":"Der Hund und das Schaf gingen gemeinsam über die Brücke, und niemand wusste, warum sie so still waren."}
            """);
    var lines = ingest("fables", "name=fables.jsonl", body);
    assertThat(lines.getFirst().path("type").asText()).isEqualTo("rejected");
    assertThat(lines.getFirst().path("place").asText()).isEqualTo("line 2");
    var last = lines.getLast();
    assertThat(last.path("type").asText()).as(last.toString()).isEqualTo("ingested");
    assertThat(last.path("documents").asLong()).isEqualTo(2);
    assertThat(last.path("rejected").asLong()).isEqualTo(1);

    var record = json(registry.get("api/v1/holdings/fables/1/records/0"));
    assertThat(record.path("text").asText()).startsWith("The quick brown fox");
    assertThat(record.path("licence").asText()).isEqualTo("CC0-1.0");
    assertThat(record.path("source").asText()).isEqualTo("https://example.org/fox");
    assertThat(record.path("attribution").asText()).isEqualTo("Aesop");
    assertThat(record.path("title").asText()).isEqualTo("The fox");
    var second = json(registry.get("api/v1/holdings/fables/1/records/1"));
    assertThat(second.path("language").asText()).isEqualTo("de");
    assertThat(second.path("languageDetected").asBoolean()).isTrue();
    assertThat(second.path("id").asText()).isEqualTo("line 3");
    assertThat(registry.get("api/v1/holdings/fables/1/records/2").statusCode()).isEqualTo(404);
    assertThat(registry.get("api/v1/holdings/fables/1/records/-1").statusCode()).isEqualTo(404);

    assertThat(ingest("fables", "name=fables.jsonl", body).getLast().path("type").asText())
        .isEqualTo("already-held");
    var list = json(registry.get("api/v1/datasets/fables/holdings"));
    assertThat(list.path("items")).hasSize(1);
    assertThat(list.path("documents").asLong()).isEqualTo(2);
    assertThat(list.path("languages").path("de").asLong()).isEqualTo(1);
    var whole = json(registry.get("api/v1/holdings/fables/1"));
    assertThat(whole.path("rejections").path(0).path("place").asText()).isEqualTo("line 2");
    assertThat(whole.path("file").path("sha256").asText()).isEqualTo(BlobId.of(body).sha256());
    assertThat(registry.get("datasets/fables.ttl").body())
        .contains("commons:Holdings")
        .contains("holdings/fables/1");
  }

  @Test
  void recordsAreListedPageByPage() throws IOException {
    var body = new StringBuilder();
    for (var i = 0; i < 25; i++) {
      body.append("{\"id\":\"n")
          .append(i)
          .append("\",\"text\":\"number ")
          .append(i)
          .append("\"}\n");
    }
    ingest("wharf", "name=n.jsonl&language=en", utf8(body.toString()));
    var first = registry.get("api/v1/holdings/wharf/1/records?limit=10&cursor=10");
    var page = json(first);
    assertThat(page.path("items").path(0).path("id").asText()).isEqualTo("n10");
    assertThat(page.path("items")).hasSize(10);
    assertThat(page.path("items").path(0).has("text")).isFalse();
    assertThat(page.path("total").asLong()).isEqualTo(25);
    assertThat(page.path("next").asLong()).isEqualTo(20);
    assertThat(first.headers().firstValue("link").orElseThrow()).contains("cursor=20");
    var last = json(registry.get("api/v1/holdings/wharf/1/records?limit=10&cursor=20"));
    assertThat(last.path("items")).hasSize(5);
    assertThat(last.has("next")).isFalse();
    assertThat(registry.get("api/v1/holdings/wharf/1/records?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void textsForTestingModelsAndOfClosedDatasetsAreCountedButNotShown() throws IOException {
    ingest("exam", "name=exam.txt&purpose=evaluation", utf8("What is the capital of Peru? Lima."));
    ingest("closed", "name=closed.txt", utf8("Nobody may read this before the year is over."));
    for (var slug : List.of("exam", "closed")) {
      assertThat(registry.get("api/v1/holdings/" + slug + "/1/records/0").statusCode())
          .isEqualTo(403);
      assertThat(registry.get("api/v1/holdings/" + slug + "/1/records").statusCode())
          .isEqualTo(403);
      var list = json(registry.get("api/v1/datasets/" + slug + "/holdings"));
      assertThat(list.path("documents").asLong()).isEqualTo(1);
    }
  }

  @Test
  void whatIsWithdrawnIsGoneAtOnceAndItsNumberIsNotGivenAgain() throws IOException {
    var body = utf8("A text that will be withdrawn soon after it has come in.");
    ingest("gone", "name=a.txt", body);
    var holdings = registry.context().getBean(Holdings.class);
    assertThat(holdings.of(new DatasetId("gone"))).hasSize(1);
    var withdrawn = delete("api/v1/datasets/gone/holdings/1?reason=Sent+by+mistake");
    assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
    assertThat(holdings.of(new DatasetId("gone"))).isEmpty();
    assertThat(registry.get("api/v1/holdings/gone/1/records/0").statusCode()).isEqualTo(410);
    assertThat(delete("api/v1/datasets/gone/holdings/1?reason=Again").statusCode()).isEqualTo(410);
    assertThat(delete("api/v1/datasets/gone/holdings/7?reason=Never").statusCode()).isEqualTo(404);
    assertThat(registry.get("datasets/gone.ttl").body()).doesNotContain("commons:Holdings");

    var again = ingest("gone", "name=a.txt", body).getLast();
    assertThat(again.path("number").asInt()).isEqualTo(2);
    assertThat(registry.get("api/v1/holdings/gone/2/records/0").statusCode()).isEqualTo(200);
    assertThat(delete("api/v1/datasets/gone?reason=The+whole+set").statusCode()).isEqualTo(200);
    assertThat(holdings.of(new DatasetId("gone"))).isEmpty();
    assertThat(registry.get("api/v1/holdings/gone/2/records/0").statusCode()).isEqualTo(410);
    assertThat(registry.get("api/v1/datasets/gone/holdings").statusCode()).isEqualTo(410);
    assertThat(send("gone", "name=a.txt", new ByteArrayInputStream(body)).statusCode())
        .isEqualTo(410);
  }

  private static HttpResponse<String> delete(String path) {
    return registry.send(
        registry.request(path, "Authorization", "Bearer " + registry.token()).DELETE());
  }

  @Test
  void whatCannotBeTakenIsRefusedBeforeItIsRead() {
    var body = utf8("x");
    assertThat(send("nothing", "name=a.txt", new ByteArrayInputStream(body)).statusCode())
        .isEqualTo(404);
    assertThat(send("evil", "name=a.exe", new ByteArrayInputStream(body)).statusCode())
        .isEqualTo(415);
    assertThat(send("evil", "name=a.txt&purpose=fun", new ByteArrayInputStream(body)).statusCode())
        .isEqualTo(400);
    assertThat(send("evil", "name=a.txt&sha256=12", new ByteArrayInputStream(body)).statusCode())
        .isEqualTo(400);
    var without =
        registry.send(
            registry
                .request("api/v1/datasets/evil/holdings?name=a.txt")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertThat(without.statusCode()).isEqualTo(401);
  }

  @Test
  void aFileWithoutAnyTextIsRefused() throws IOException {
    var last = ingest("evil", "name=a.txt", new byte[] {0, 1, 2, 3}).getLast();
    assertThat(last.path("type").asText()).isEqualTo("refused");
    assertThat(last.path("reason").asText()).contains("no text");
    assertThat(registry.context().getBean(Holdings.class).of(new DatasetId("evil"))).isEmpty();
  }

  @Test
  void bytesOtherThanThoseAnnouncedAreRefused() throws IOException {
    var last = ingest("evil", "name=a.txt&sha256=" + "ab".repeat(32), utf8("A text.")).getLast();
    assertThat(last.path("type").asText()).isEqualTo("refused");
    assertThat(last.path("reason").asText()).contains("SHA-256");
  }

  /** A body whose sender dies. */
  @Test
  void aSenderWhoBreaksOffLeavesNothingHeldAndGoesOnLater() throws Exception {
    var whole = new StringBuilder();
    for (var i = 0; i < 60_000; i++) {
      whole.append("{\"id\":\"r").append(i).append("\",\"language\":\"en\",\"text\":\"");
      whole.append("Record ").append(i).append(" has some words of its own. ".repeat(3));
      whole.append("\"}\n");
    }
    var bytes = utf8(whole.toString());
    var query = "name=cut.jsonl&sha256=" + BlobId.of(bytes).sha256();
    var dying =
        new InputStream() {
          private int at;

          @Override
          public int read() throws IOException {
            if (at >= bytes.length * 3 / 4) {
              throw new IOException("the sender died");
            }
            return bytes[at++] & 0xFF;
          }
        };
    try (var client = HttpClient.newHttpClient()) {
      client.send(
          registry
              .request(
                  "api/v1/datasets/cut/holdings?" + query,
                  "Authorization",
                  "Bearer " + registry.token())
              .POST(HttpRequest.BodyPublishers.ofInputStream(() -> dying))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      assertThat(e).isNotNull(); // the answer was cut off too
    }
    var holdings = registry.context().getBean(Holdings.class);
    assertThat(holdings.of(new DatasetId("cut"))).isEmpty();
    JsonNode last = null;
    var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    do {
      last = ingest("cut", query, bytes).getLast(); // until the dead one is noticed
    } while (last.path("reason").asText().startsWith("Another") && System.nanoTime() < deadline);
    assertThat(last.path("type").asText()).as(last.toString()).isEqualTo("ingested");
    assertThat(last.path("documents").asLong()).isEqualTo(60_000);
    assertThat(last.path("resumed").asLong()).as("durable before it broke off").isPositive();
    var ids = new ArrayList<String>();
    holdings.read(holdings.of(new DatasetId("cut")).getFirst(), record -> ids.add(record.id()));
    assertThat(ids).hasSize(60_000);
    assertThat(ids.get(59_999)).isEqualTo("r59999");
    assertThat(List.copyOf(new java.util.LinkedHashSet<>(ids))).isEqualTo(ids);
    assertThat(registry.home().folder().resolve("holdings")).isEmptyDirectory();
  }
}
