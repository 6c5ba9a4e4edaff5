package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.Role;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.testing.SharedData;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they are found in the world, taken in without loss. */
class RealFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestHome home;
  private static ApplicationContext context;
  private static Importing importing;
  private static Datasets datasets;

  @BeforeEach
  void open() {
    home = new TestHome();
    context = home.open(Map.of("commons.seed", false));
    importing = context.getBean(Importing.class);
    datasets = context.getBean(Datasets.class);
  }

  @AfterEach
  void close() {
    context.close();
    home.close();
  }

  @Test
  void theSampleIsTakenCompletelyAndOnceOnly() throws IOException {
    var bytes = Files.readAllBytes(SharedData.file("catalogue/sample-1000.jsonl"));
    var heard = new Heard();
    var first = run(bytes, IntakeFormat.JSON_LINES, heard);
    assertThat(heard.refusals).isEmpty();
    assertThat(first.broken()).isEmpty();
    var ids = new HashSet<String>();
    for (var line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      ids.add(JSON.readTree(line).path("id").asText());
    }
    assertThat(first.created()).isEqualTo(ids.size());
    assertThat(first.created() + first.updated()).isEqualTo(1_000);
    var head = context.getBean(Ledger.class).head();
    for (var packed : List.of(bytes, gzip(bytes), zstd(bytes))) {
      var again = run(packed, IntakeFormat.JSON_LINES, new Heard());
      assertThat(again.unchanged()).isEqualTo(1_000);
    }
    assertThat(context.getBean(Ledger.class).head()).isEqualTo(head);
  }

  @Test
  void aRecordKeepsEveryField() throws IOException {
    var sample = SharedData.file("catalogue/sample-1000.jsonl");
    run(Files.readAllBytes(sample), IntakeFormat.JSON_LINES, new Heard());
    for (var line : Files.readAllLines(sample)) {
      var record = JSON.readTree(line);
      var dataset = dataset(line);
      var told = dataset.toString();
      if (dataset.sources().keySet().stream().noneMatch(key -> key.endsWith("-2"))) {
        assertThat(dataset.titles().values())
            .anyMatch(t -> t.startsWith(start(text(record, "title"))));
      }
      assertThat(dataset.identifiers()).contains(record.path("id").asText());
      for (var word : record.path("keywords")) {
        assertThat(dataset.keywords()).contains(TextCleaning.clean(word.asText()));
      }
      for (var parent : record.path("derivedFrom")) {
        assertThat(told).contains(TextCleaning.clean(parent.asText()));
      }
      for (var licence : record.path("licenseStrings")) {
        var link = MarkdownLink.of(licence.asText());
        assertThat(dataset.licences())
            .anyMatch(l -> l.text().equals(TextCleaning.clean(link.text())));
      }
      var landing = record.path("landingPage").asText();
      if (Addresses.usable(landing)) {
        assertThat(dataset.landingPages()).contains(Addresses.tidy(landing).orElseThrow());
      }
      if (!record.path("publisher").asText().isEmpty()) {
        assertThat(dataset.steward()).isPresent();
      }
    }
  }

  @Test
  void addressesThatCannotBeUsedAreRare() throws IOException {
    var lost = 0;
    for (var line : Files.readAllLines(SharedData.file("catalogue/sample-1000.jsonl"))) {
      var landing = JSON.readTree(line).path("landingPage").asText();
      lost += landing.isBlank() || Addresses.usable(landing) ? 0 : 1;
    }
    assertThat(lost).isLessThan(10);
  }

  @Test
  void whatAnAuditConcludedStandsBesideWhatWasReported() throws IOException {
    for (var line : Files.readAllLines(SharedData.file("catalogue/sample-1000.jsonl"))) {
      if (!line.contains("\"HF Yaml License\": \"MIT License\"")) {
        continue;
      }
      var dataset = dataset(line);
      var reported =
          dataset.licences().stream().filter(l -> l.text().equals("MIT License")).toList();
      assertThat(reported).isNotEmpty().allMatch(l -> l.role() == Role.DECLARED);
      assertThat(dataset.sources().get(reported.getFirst().source()).by())
          .isEqualTo("Hugging Face dataset card");
      var audited = dataset.licences().stream().filter(l -> l.role() == Role.CONCLUDED).toList();
      assertThat(audited)
          .allSatisfy(
              l ->
                  assertThat(dataset.sources().get(l.source()).by())
                      .isEqualTo("Data Provenance Collection"));
      return;
    }
    throw new AssertionError("the sample has no such record");
  }

  @Test
  void aRepeatedIdStandsTwiceAndIsImportedOnce() {
    var lines =
        "{\"id\":\"rep:1\",\"title\":\"First\",\"source\":\"x\"}\n"
            + "{\"id\":\"rep:1\",\"title\":\"Second\",\"source\":\"x\"}\n";
    var bytes = lines.getBytes(StandardCharsets.UTF_8);
    var tally = run(bytes, IntakeFormat.JSON_LINES, new Heard());
    assertThat(tally.created()).isEqualTo(1);
    assertThat(tally.updated()).isEqualTo(1);
    var version = datasets.current(new DatasetId("rep-1")).orElseThrow();
    assertThat(version.payload().toString()).contains("\"First\"", "\"Second\"");
    assertThat(version.dataset().sources()).hasSize(2);
    assertThat(run(bytes, IntakeFormat.JSON_LINES, new Heard()).unchanged()).isEqualTo(2);
  }

  static Stream<Path> croissants() throws IOException {
    var folder = Path.of("..", "shared", "data", "conformance", "croissant");
    if (!Files.isDirectory(folder)) {
      return Stream.of(Path.of("absent"));
    }
    try (var files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @Test
  void everyCroissantFileIsTakenWithoutLoss() throws IOException {
    SharedData.assumePresent();
    for (var file : croissants().toList()) {
      takenWithoutLoss(file);
    }
  }

  private static void takenWithoutLoss(Path file) throws IOException {
    var document = JSON.readTree(file.toFile());
    var heard = new Heard();
    var tally =
        importing.run(
            Files.newInputStream(file),
            IntakeFormat.JSON_LD,
            new IntakeFile.Origin("Tests", ""),
            Actor.OPERATOR,
            heard);
    if (!document.has("name")) {
      assertThat(heard.refusals.size() + tally.broken().length()).isPositive();
      return;
    }
    assertThat(tally.broken()).isEmpty();
    assertThat(heard.refusals).isEmpty();
    if (tally.unchanged() == 1) {
      return; // the same file lies in another folder, too
    }
    assertThat(tally.created() + tally.updated()).as(file + " " + tally).isEqualTo(1);
    var dataset = latest();
    assertThat(dataset.titles().values())
        .as(file.toString())
        .anyMatch(t -> values(document.path("name")).contains(t));
    assertThat(dataset.descriptions().values())
        .anyMatch(
            t ->
                values(document.path("description")).stream()
                    .anyMatch(d -> TextCleaning.clean(d).equals(t)));
    if (document.path("license").isTextual()) {
      assertThat(dataset.licences())
          .anyMatch(l -> l.text().equals(document.path("license").asText()));
    }
    if (Addresses.usable(document.path("url").asText())) {
      assertThat(dataset.landingPages())
          .contains(Addresses.tidy(document.path("url").asText()).orElseThrow());
    }
    for (var item : document.path("distribution")) {
      var address = item.path("contentUrl").asText();
      if (Addresses.usable(address)) {
        assertThat(dataset.distributions())
            .anyMatch(d -> d.downloadUrl().equals(Addresses.tidy(address).orElseThrow()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "nt", "nq", "trig", "rdf", "jsonld"})
  void everyRdfFormatSaysTheSame(String suffix) throws IOException {
    var model = org.apache.jena.rdf.model.ModelFactory.createDefaultModel();
    model.read(
        new java.io.StringReader(
            """
            @prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            <https://f.example/SUFFIX> a dcat:Dataset ; dct:title "Formats SUFFIX"@en, "Formate"@de ;
              dct:publisher [ a foaf:Agent ; foaf:name "An Office" ] ; dcat:keyword "one" ;
              dct:language <http://publications.europa.eu/resource/authority/language/DEU> ;
              dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://f.example/file> ;
                dct:license <http://creativecommons.org/licenses/by/4.0/> ] .
            """
                .replace("SUFFIX", suffix)),
        null,
        "TTL");
    var out = new ByteArrayOutputStream();
    var format = IntakeFormat.ofName("x." + suffix).orElseThrow();
    org.apache.jena.riot.RDFDataMgr.write(
        out,
        org.apache.jena.sparql.core.DatasetGraphFactory.wrap(model.getGraph()),
        java.util.Objects.requireNonNullElse(
            suffix.equals("nq")
                ? org.apache.jena.riot.Lang.NQUADS
                : suffix.equals("trig") ? org.apache.jena.riot.Lang.TRIG : null,
            org.apache.jena.riot.Lang.NQUADS));
    if (!suffix.equals("nq") && !suffix.equals("trig")) {
      out.reset();
      org.apache.jena.riot.RDFDataMgr.write(out, model, format.lang().orElseThrow());
    }
    var tally = run(out.toByteArray(), format, new Heard());
    assertThat(tally.created()).as(tally.toString()).isEqualTo(1);
    var dataset =
        datasets
            .current(new DatasetId("formats-" + suffix))
            .map(v -> v.dataset())
            .or(() -> datasets.current(new DatasetId("formate")).map(v -> v.dataset()));
    assertThat(dataset).isPresent();
    assertThat(dataset.get().titles()).containsKeys("en", "de");
    assertThat(dataset.get().steward().orElseThrow().slug()).isEqualTo("an-office");
    assertThat(dataset.get().languages()).containsExactly("de");
    assertThat(dataset.get().distributions())
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.licenceIri())
                    .isEqualTo("http://creativecommons.org/licenses/by/4.0/"));
    assertThat(run(out.toByteArray(), format, new Heard()).unchanged()).isEqualTo(1);
  }

  @Test
  void graphsOfAFileStaySourcesOfTheirOwn() {
    var quads =
        """
        <https://g.example/d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> <https://g.example/one> .
        <https://g.example/d> <http://purl.org/dc/terms/title> "Graphs"@en <https://g.example/one> .
        <https://g.example/d> <http://purl.org/dc/terms/license> <https://l.example/a> <https://g.example/one> .
        <https://g.example/d> <http://purl.org/dc/terms/license> <https://l.example/b> <https://g.example/two> .
        <https://g.example/two> <http://www.w3.org/ns/prov#wasAttributedTo> <https://g.example/auditor> .
        <https://g.example/auditor> <http://xmlns.com/foaf/0.1/name> "An Auditor" .
        """;
    run(quads.getBytes(StandardCharsets.UTF_8), IntakeFormat.N_QUADS, new Heard());
    var dataset = datasets.current(new DatasetId("graphs")).orElseThrow().dataset();
    assertThat(dataset.licences()).hasSize(2).extracting(l -> l.source()).doesNotHaveDuplicates();
    assertThat(dataset.sources().values()).extracting(Dataset.Source::by).contains("An Auditor");
    assertThat(
            run(quads.getBytes(StandardCharsets.UTF_8), IntakeFormat.N_QUADS, new Heard())
                .unchanged())
        .isEqualTo(1);
  }

  private static Dataset dataset(String line) {
    var tally =
        run((line + "\n").getBytes(StandardCharsets.UTF_8), IntakeFormat.JSON_LINES, new Heard());
    assertThat(tally.refused()).isZero();
    try {
      var submission = CatalogueRecord.read(JSON.readTree(line));
      var id = DatasetId.suggestedBy(submission.titleOrId()).orElseThrow();
      return datasets.current(id).orElseThrow().dataset();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Dataset latest() {
    var ledger = context.getBean(Ledger.class);
    return Datasets.read(ledger.find(ledger.head()).orElseThrow()).orElseThrow();
  }

  private static List<String> values(JsonNode text) {
    var values = new ArrayList<String>();
    if (text.isTextual()) {
      values.add(text.asText());
    }
    text.forEach(value -> values.addAll(values(value)));
    return values;
  }

  private static String text(JsonNode record, String field) {
    var values = values(record.path(field));
    return values.isEmpty() ? "" : TextCleaning.clean(values.getFirst());
  }

  private static String start(String text) {
    return text.substring(0, Math.min(10, text.length()));
  }

  private static ImportTally run(byte[] bytes, IntakeFormat format, Heard heard) {
    return importing.run(
        new ByteArrayInputStream(bytes),
        format,
        new IntakeFile.Origin("Tests", ""),
        Actor.OPERATOR,
        heard);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zstd = new ZstdOutputStream(out)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  private static final class Heard implements Importing.Listener {
    final List<Refusal> refusals = new ArrayList<>();

    @Override
    public void progress(ImportTally tally) {}

    @Override
    public void refused(Refusal refusal) {
      refusals.add(refusal);
    }
  }
}
