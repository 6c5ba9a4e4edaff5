package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.rdf.BaseIri;

/**
 * A Croissant 1.0 or 1.1 file (https://docs.mlcommons.org/croissant/), read by its key names: every
 * published example writes them out, whatever its context says.
 */
final class CroissantFile {
  private CroissantFile() {}

  /** Whether a JSON document describes itself as a Croissant dataset. */
  static boolean looksLikeOne(JsonNode document) {
    var type = document.path("@type").toString();
    return document.isObject()
        && type.contains("Dataset")
        && (document.path("conformsTo").toString().contains("croissant")
            || document.path("@context").toString().contains("mlcommons.org/croissant"));
  }

  /**
   * @throws IllegalArgumentException with the reason when it has no name
   */
  static Submission read(JsonNode whole, String by, String where, BaseIri base) {
    var document = stated(whole);
    var record = new JsonRecord(document);
    var titles = texts(record, "name");
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("The Croissant file has no name.");
    }
    var says = new Statements().type(DATASET);
    titles.forEach((language, text) -> says.text(TITLE, language, text));
    texts(record, "description")
        .forEach((language, text) -> says.text(DESCRIPTION, language, text));
    says.iri(LANDING_PAGE, record.text("url"));
    var name = titles.values().iterator().next();
    var origin = origin(record, name);
    says.identifier(firstOf(record.text("@id"), record.text("url"), name));
    licences(document.path("license"), says);
    UsageSignals.keep(document.path("usageInfo"), firstOf(where, record.text("url")), says);
    agents(document, says);
    record.texts("keywords").forEach(word -> keywords(word, says));
    record.texts("inLanguage").forEach(says::language);
    says.date(ISSUED, record.text("datePublished")).date(MODIFIED, record.text("dateModified"));
    says.text(VERSION, "", record.text("version"));
    distributions(record, says);
    recordSets(record, says);
    var set = new Submission.StatementSet(by, where, "", says.triples());
    var ours = DatasetId.ofIri(base.toUrn(record.text("@id")));
    return new Submission(ours.isPresent() ? "" : origin, ours, name, List.of(set));
  }

  /** Files without an identifier often share the address of a whole collection. */
  private static String origin(JsonRecord record, String name) {
    var address = record.text("url").isEmpty() ? name : record.text("url") + " " + name;
    return TextCleaning.clean(firstOf(record.text("@id"), address));
  }

  /** Without the values that a registry put in only because Croissant requires some. */
  private static JsonNode stated(JsonNode whole) {
    var document = (ObjectNode) whole.deepCopy();
    whole.path(NAMESPACE + "notStated").forEach(key -> document.remove(key.asText()));
    return document;
  }

  private static Map<String, String> texts(JsonRecord record, String field) {
    var value = record.node().path(field);
    if (value.isObject() && value.has("@value")) {
      return Map.of(value.path("@language").asText("und"), value.path("@value").asText());
    }
    var texts = new TreeMap<>(record.localized(field));
    Optional.ofNullable(texts.remove("@none")).ifPresent(text -> texts.put("und", text));
    return texts;
  }

  private static String firstOf(String... texts) {
    for (var text : texts) {
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static void licences(JsonNode licence, Statements says) {
    if (licence.isArray()) {
      licence.forEach(item -> licences(item, says));
    } else if (licence.isObject()) {
      var record = new JsonRecord(licence);
      says.licence(
          DECLARED_LICENCE,
          firstOf(record.text("name"), record.text("url"), record.text("@id")),
          firstOf(record.text("url"), record.text("@id")),
          "");
    } else if (licence.isTextual()) {
      var text = licence.asText();
      says.licence(DECLARED_LICENCE, text, Addresses.usable(text) ? text : "", "");
    }
  }

  private static void agents(JsonNode document, Statements says) {
    var creators = names(document.path("creator"));
    var publishers = names(document.path("publisher"));
    creators.forEach(creator -> says.creator(creator.text("name")));
    var stewards = publishers.isEmpty() ? creators : publishers;
    stewards.stream()
        .findFirst()
        .ifPresent(steward -> says.steward("", steward.text("name"), "", steward.text("url")));
  }

  private static List<JsonRecord> names(JsonNode agents) {
    var names = new ArrayList<JsonRecord>();
    if (agents.isArray()) {
      agents.forEach(agent -> names.addAll(names(agent)));
    } else if (agents.isObject() && agents.path("name").isTextual()) {
      names.add(new JsonRecord(agents));
    } else if (agents.isTextual()) {
      names.add(new JsonRecord(JsonLines.mapper().createObjectNode().put("name", agents.asText())));
    }
    return names;
  }

  private static void keywords(String written, Statements says) {
    for (var word : written.split(",")) {
      says.text(KEYWORD, "", word);
    }
  }

  private static void distributions(JsonRecord record, Statements says) {
    var addresses = new HashMap<String, String>();
    for (var item : record.records("distribution")) {
      addresses.put(item.text("@id"), item.text("contentUrl"));
    }
    for (var item : record.records("distribution")) {
      var address = item.text("contentUrl");
      if (!Addresses.usable(address)) {
        address = addresses.getOrDefault(containedIn(item), record.text("url"));
      }
      if (!Addresses.usable(address)) {
        address = record.text("url");
      }
      var file = item.node().path("@type").toString().contains("FileObject");
      var direct = file && Addresses.usable(item.text("contentUrl"));
      says.distribution(
          new DistributionDraft(
              firstOf(item.text("name"), item.text("@id"), item.text("includes")),
              address,
              direct ? item.text("contentUrl") : "",
              item.text("encodingFormat"),
              item.text("encodingFormat"),
              ByteSizes.parse(item.text("contentSize")),
              checksum(item)));
    }
  }

  private static String containedIn(JsonRecord item) {
    var value = item.node().path("containedIn");
    return value.isArray() ? value.path(0).path("@id").asText() : value.path("@id").asText();
  }

  private static String checksum(JsonRecord item) {
    for (var algorithm : List.of("sha256", "md5")) {
      if (!item.text(algorithm).isEmpty()) {
        return algorithm + ":" + item.text(algorithm).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static void recordSets(JsonRecord record, Statements says) {
    for (var set : record.records("recordSet")) {
      var fields =
          set.records("field").stream()
              .map(field -> firstOf(field.text("name"), field.text("@id")))
              .filter(name -> !name.isEmpty())
              .limit(60)
              .toList();
      if (!fields.isEmpty()) {
        says.provenance(
            "Record set "
                + firstOf(set.text("name"), set.text("@id"))
                + " with the fields "
                + String.join(", ", fields)
                + ".");
      }
    }
  }
}
