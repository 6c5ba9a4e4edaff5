package org.commonsregistry.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.terms.Use;

/** The shared catalogue records as search documents, good enough to measure with. */
final class CatalogueRecords {
  static final Path FILE = Path.of("../shared/data/catalogue/records.jsonl.zst");

  private CatalogueRecords() {}

  static List<SearchDocument> read() throws IOException {
    var json = new ObjectMapper();
    var documents = new ArrayList<SearchDocument>();
    try (var in = new ZstdInputStream(Files.newInputStream(FILE));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        documents.add(document(json.readTree(line), documents.size()));
      }
    }
    return documents;
  }

  private static SearchDocument document(JsonNode record, int number) {
    var id = record.path("id").asText();
    var steward = record.path("publisher").asText("");
    var theme = record.path("theme").asText("");
    return new SearchDocument(
        DatasetId.suggestedBy(id).map(DatasetId::slug).orElse("record-" + number),
        number % 50 == 0 ? "series" : "dataset",
        "",
        Map.of("und", record.path("title").asText()),
        Map.of("und", record.path("description").asText("")),
        texts(record.path("keywords")),
        List.of(id),
        DatasetId.suggestedBy(steward).map(DatasetId::slug).orElse(""),
        steward,
        theme.isEmpty() ? List.of() : List.of(theme, "all"),
        theme.isEmpty() ? List.of() : List.of(theme, theme + " Daten"),
        texts(record.path("languages")).stream()
            .map(tag -> Optional.of(tag.toLowerCase(Locale.ROOT)).filter(t -> t.length() < 4))
            .flatMap(Optional::stream)
            .distinct()
            .toList(),
        record.has("licenseStrings") ? List.of("BY") : List.of("UNSPECIFIED"),
        texts(record.path("licenseStrings")),
        texts(record.path("spatial")),
        List.of(record.path("modality").asText(number % 3 == 0 ? "text" : "software")),
        List.of("commons", "use-restricted", "undetermined", "unclassified").get(number % 4),
        terms(number),
        1950 + number % 75,
        Instant.ofEpochSecond(1_700_000_000L + number),
        Instant.ofEpochSecond(1_700_000_000L + number * 37L % 1_000_000));
  }

  /** As many tokens as real datasets have; every tenth differs in a country. */
  private static Set<String> terms(int number) {
    var terms = new TreeSet<String>();
    var prefixes = new ArrayList<>(List.of("headline", "*"));
    if (number % 10 == 0) {
      prefixes.add("DE");
      terms.add("DE/");
    }
    for (var prefix : prefixes) {
      terms.add(prefix + "/zone=" + List.of("commons", "use-restricted").get(number % 2));
      for (var use : Use.values()) {
        terms.add(prefix + "/" + use.token() + (number % 2 == 0 ? ":anyone" : ":research"));
        terms.add(prefix + "/" + use.token() + "!attribute");
        if (number % 3 == 0) {
          terms.add(prefix + "/" + use.token() + "!share-alike");
        }
      }
    }
    return terms;
  }

  private static List<String> texts(JsonNode node) {
    return node.isTextual()
        ? List.of(node.asText())
        : StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
  }
}
