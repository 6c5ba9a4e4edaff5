package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.terms.preference.SignalForm;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One reviewed file of {@code data/seed}. Every claim names the page where it can be checked;
 * claims with the same page and the same speaker form one statement set.
 */
public final class SeedRecord {
  static final String EDITORS = "Commons Registry editors";
  private static final ObjectMapper TREE = new ObjectMapper();

  private SeedRecord() {}

  /**
   * @throws IllegalArgumentException with the reason when the file is not a seed record
   */
  public static Submission read(String yaml) {
    var settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(200_000)
            .build();
    var loaded = new Load(settings).loadFromString(yaml);
    JsonNode tree = loaded == null ? JsonNodeFactory.instance.nullNode() : TREE.valueToTree(loaded);
    var record = new JsonRecord(tree);
    var slug = record.text("slug");
    var titles = record.localized("title");
    if (!DatasetId.valid(slug) || titles.isEmpty()) {
      throw new IllegalArgumentException(
          "A seed record needs a slug and a title, found '" + slug + "' and " + titles);
    }
    var sets = new LinkedHashMap<Speaker, Statements>();
    var main = says(sets, EDITORS, record.text("source"));
    describe(record, titles, main);
    licences(record, sets);
    remarks(record, sets);
    facts(record, sets);
    preferences(record, sets);
    sizes(record, sets);
    distributions(record, sets);
    return new Submission(
        "",
        Optional.of(new DatasetId(slug)),
        slug,
        sets.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(
                entry ->
                    new Submission.StatementSet(
                        entry.getKey().by(),
                        entry.getKey().where(),
                        "",
                        entry.getValue().triples()))
            .toList());
  }

  private record Speaker(String by, String where) {}

  private static Statements says(Map<Speaker, Statements> sets, String by, String where) {
    return sets.computeIfAbsent(new Speaker(by, where), s -> new Statements());
  }

  private static void describe(JsonRecord record, Map<String, String> titles, Statements main) {
    main.type(record.text("kind").equals("series") ? DATASET_SERIES : DATASET);
    main.identifier(record.text("slug"));
    titles.forEach((language, text) -> main.text(TITLE, language, text));
    record.localized("description").forEach((lang, text) -> main.text(DESCRIPTION, lang, text));
    record.texts("categories").forEach(main::category);
    record.texts("media").forEach(medium -> main.text(MODALITY, "", medium));
    record.texts("languages").forEach(main::language);
    record.texts("places").forEach(main::place);
    record.texts("keywords").forEach(word -> main.text(KEYWORD, "en", word));
    record.records("period").forEach(p -> main.period(p.text("from"), p.text("to")));
    record
        .records("steward")
        .forEach(
            s -> main.steward(s.text("slug"), s.text("name"), s.text("kind"), s.text("homepage")));
    main.iri(LANDING_PAGE, record.text("landing"));
    if (DatasetId.valid(record.text("series"))) {
      main.inSeries(new DatasetId(record.text("series")));
    }
    for (var parent : record.texts("derivedFrom")) {
      if (DatasetId.valid(parent)) {
        main.derivedFrom(new DatasetId(parent));
      } else {
        main.derivedFrom(parent);
      }
    }
  }

  private static void licences(JsonRecord record, Map<Speaker, Statements> sets) {
    for (var licence : record.records("licences")) {
      var role = licence.text("role").equals("concluded") ? CONCLUDED_LICENCE : DECLARED_LICENCE;
      var by = licence.text("by").isEmpty() ? EDITORS : licence.text("by");
      says(sets, by, source(record, licence))
          .licence(role, licence.text("licence"), "", licence.text("covers"));
    }
  }

  private static void remarks(JsonRecord record, Map<Speaker, Statements> sets) {
    for (var use : record.records("uses")) {
      says(sets, EDITORS, source(record, use)).usage(use.text("says"), use.texts("for"));
    }
    for (var step : record.records("provenance")) {
      says(sets, EDITORS, source(record, step)).provenance(step.text("says"));
    }
    for (var dispute : record.records("disputes")) {
      says(sets, EDITORS, source(record, dispute)).dispute(dispute.text("says"));
    }
  }

  private static void facts(JsonRecord record, Map<Speaker, Statements> sets) {
    for (var fact : record.records("facts")) {
      var by = fact.text("by").isEmpty() ? EDITORS : fact.text("by");
      var says = says(sets, by, source(record, fact));
      var stated = fact.node().path("value");
      for (var value : stated.isArray() ? stated : List.of(stated)) {
        fact(says, fact.text("fact"), value);
      }
    }
  }

  private static void fact(Statements says, String name, JsonNode value) {
    if (name.isEmpty() || value.isMissingNode() || value.isNull()) {
      return;
    }
    if (value.isIntegralNumber()) {
      says.fact(name, String.format(Locale.ROOT, "%04d", value.asInt()), XSDDatatype.XSDgYear);
    } else {
      says.fact(
          name, value.asText(), value.isBoolean() ? XSDDatatype.XSDboolean : XSDDatatype.XSDstring);
    }
  }

  private static void preferences(JsonRecord record, Map<Speaker, Statements> sets) {
    for (var item : record.records("preferences")) {
      var form =
          SignalForm.of(item.text("signal"))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "A preference's signal is one of "
                              + SignalForm.tokens()
                              + ", found '"
                              + item.text("signal")
                              + "'"));
      var by = item.text("by").isEmpty() ? EDITORS : item.text("by");
      var where = source(record, item);
      says(sets, by, where)
          .preference(form, item.text("raw"), item.text("carrier"), where, item.text("when"));
    }
  }

  private static void sizes(JsonRecord record, Map<Speaker, Statements> sets) {
    for (var size : record.records("sizes")) {
      says(sets, EDITORS, source(record, size))
          .extent(
              size.node().path("value").asDouble(),
              size.text("unit"),
              size.node().path("about").asBoolean(false),
              size.text("asOf"));
    }
  }

  private static void distributions(JsonRecord record, Map<Speaker, Statements> sets) {
    for (var item : record.records("distributions")) {
      says(sets, EDITORS, source(record, item))
          .distribution(
              new DistributionDraft(
                  item.text("title"),
                  item.text("url"),
                  item.text("download"),
                  item.text("format"),
                  item.text("mediaType"),
                  item.whole("bytes", -1),
                  ""));
    }
  }

  private static String source(JsonRecord record, JsonRecord claim) {
    return claim.text("source").isEmpty() ? record.text("source") : claim.text("source");
  }
}
