package org.commonsregistry.catalog.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of the Croissant 1.1 specification for the parts that are exported here. Stricter than
 * the reference validator, which lets missing required keys pass.
 */
final class CroissantRules {
  private static final Set<String> REQUIRED =
      Set.of(
          "@context",
          "@type",
          "conformsTo",
          "description",
          "license",
          "name",
          "url",
          "creator",
          "datePublished");
  private static final Set<String> CONTEXT =
      Set.of(
          "@language",
          "@vocab",
          "arrayShape",
          "citeAs",
          "column",
          "conformsTo",
          "containedIn",
          "cr",
          "rai",
          "data",
          "dataType",
          "dct",
          "description",
          "equivalentProperty",
          "examples",
          "extract",
          "field",
          "fileProperty",
          "fileObject",
          "fileSet",
          "format",
          "includes",
          "isArray",
          "isLiveDataset",
          "jsonPath",
          "key",
          "md5",
          "name",
          "parentField",
          "path",
          "prov",
          "recordSet",
          "references",
          "regex",
          "repeated",
          "replace",
          "samplingRate",
          "sc",
          "separator",
          "source",
          "subField",
          "transform");
  private static final String URL = "(https?|ftp)://\\S+";

  private final List<String> faults = new ArrayList<>();

  static List<String> faults(JsonNode document) {
    var rules = new CroissantRules();
    rules.dataset(document);
    return rules.faults;
  }

  private void dataset(JsonNode document) {
    for (var key : REQUIRED) {
      require(!empty(document.path(key)), key + " is required");
    }
    var missing = new TreeSet<>(CONTEXT);
    document.path("@context").fieldNames().forEachRemaining(missing::remove);
    require(missing.isEmpty(), "the context lacks " + missing);
    equal(document.path("@context").path("@vocab"), "https://schema.org/");
    equal(document.path("@context").path("cr"), "http://mlcommons.org/croissant/");
    equal(document.path("@type"), "sc:Dataset");
    equal(document.path("conformsTo"), "http://mlcommons.org/croissant/1.1");
    require(document.path("url").asText().matches(URL), "url is an address");
    require(
        document.path("datePublished").asText().matches("\\d{4}(-\\d\\d(-\\d\\d(T.*)?)?)?"),
        "datePublished is a date of ISO 8601");
    require(
        document.path("version").asText("0.0.0").matches("\\d+\\.\\d+\\.\\d+"),
        "version is semantic");
    each(document.path("license"), this::licence);
    each(document.path("creator"), this::agent);
    each(document.path("publisher"), this::agent);
    var ids = new TreeSet<String>();
    for (var item : document.path("distribution")) {
      require(ids.add(item.path("@id").asText()), "@id is unique: " + item.path("@id"));
      file(item, document.path("isLiveDataset").asBoolean());
    }
  }

  private void file(JsonNode item, boolean live) {
    var types = item.path("@type").toString();
    require(types.equals("[\"cr:FileObject\",\"sc:DataDownload\"]"), "both types, found " + types);
    for (var key : List.of("@id", "name", "contentUrl", "encodingFormat")) {
      require(!item.path(key).asText().isBlank(), "a file has " + key);
    }
    require(item.path("contentUrl").asText().matches(URL), "contentUrl is an address");
    require(
        item.path("encodingFormat").asText().matches("[a-z]+/[A-Za-z0-9.+_-]+"),
        "encodingFormat is a media type: " + item.path("encodingFormat"));
    var sha256 = item.path("sha256").asText();
    require(sha256.isEmpty() || sha256.matches("[0-9a-f]{64}"), "sha256 has 64 digits");
    require(
        live || item.has("containedIn") || !sha256.isEmpty() || item.has("md5"),
        "a file that is not live has a checksum");
  }

  private void licence(JsonNode licence) {
    require(
        licence.isTextual()
            ? licence.asText().matches(URL)
            : licence.path("@type").asText().equals("sc:CreativeWork")
                && !licence.path("name").asText().isBlank(),
        "a licence is an address or a work: " + licence);
  }

  private void agent(JsonNode agent) {
    require(
        agent.path("@type").asText().startsWith("sc:") && !agent.path("name").asText().isBlank(),
        "an agent has type and name: " + agent);
  }

  private static boolean empty(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isContainerNode() && node.isEmpty())
        || (node.isTextual() && node.asText().isBlank());
  }

  private static void each(JsonNode node, java.util.function.Consumer<JsonNode> rule) {
    if (node.isArray()) {
      node.forEach(rule);
    } else if (!node.isMissingNode()) {
      rule.accept(node);
    }
  }

  private void equal(JsonNode found, String expected) {
    require(found.asText().equals(expected), "expected " + expected + ", found " + found);
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      faults.add(rule);
    }
  }
}
