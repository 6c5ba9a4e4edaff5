package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.catalog.TextCleaning;

/**
 * One JSON Lines record of a collected catalogue. What the collecting catalogue says and what it
 * found reported elsewhere ({@code selfReported}) become separate statement sets, so that a licence
 * found by an audit stands beside the one its publisher declared. What this registry concludes from
 * the kind of catalogue is a set of its own too.
 */
final class CatalogueRecord {
  private static final Map<String, String> EU_THEMES =
      Map.of(
          "AGRI", "AGRI", "ECON", "ECON", "EDUC", "EDUC", "ENER", "ENER", "ENVI", "ENVI", "GOVE",
          "GOVE", "HEAL", "HEAL", "REGI", "REGI", "SOCI", "SOCI", "TRAN", "TRAN");
  private static final Map<String, String> MEDIA =
      Map.of(
          "text",
          "text",
          "sound",
          "audio",
          "speech",
          "audio",
          "image",
          "image",
          "stillimage",
          "image",
          "video",
          "video",
          "movingimage",
          "video");
  private static final Map<String, String> STEWARD_KINDS =
      Map.of(
          "local government", "public-body",
          "regional government", "public-body",
          "central government", "public-body",
          "business", "company",
          "academy", "university",
          "international", "intergovernmental",
          "civil society", "nonprofit");

  private CatalogueRecord() {}

  /**
   * @throws IllegalArgumentException with the reason when the record cannot be taken in
   */
  static Submission read(JsonNode node) {
    var record = new JsonRecord(node);
    var titles = record.localized("title");
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("The record has no title.");
    }
    var source = CollectedFrom.of(record.text("source"));
    var id = TextCleaning.clean(record.text("id"));
    var title = titles.getOrDefault("en", titles.values().iterator().next());
    var sets = new ArrayList<Submission.StatementSet>();
    sets.add(
        new Submission.StatementSet(
            source.name(), source.address(), "", main(record, source, titles)));
    var concluded = CollectedFacts.concluded(record, source);
    if (!concluded.isEmpty()) {
      sets.add(
          new Submission.StatementSet(
              SeedRecord.EDITORS, source.address(), "", concluded.triples()));
    }
    record
        .fields("selfReported")
        .forEach(
            (where, licence) -> {
              var reported = new Statements().licence(DECLARED_LICENCE, licence, "", "");
              if (!reported.isEmpty() && !licence.equals("Unspecified")) {
                sets.add(
                    new Submission.StatementSet(
                        CollectedFrom.reporter(where), source.address(), "", reported.triples()));
              }
            });
    return new Submission(
        id.isEmpty() ? source.key() + ":" + title : id,
        Optional.empty(),
        id.isEmpty() ? title : id,
        sets);
  }

  private static List<org.apache.jena.graph.Triple> main(
      JsonRecord record, CollectedFrom source, Map<String, String> titles) {
    var says = new Statements().type(DATASET);
    titles.forEach((language, text) -> says.text(TITLE, language, text));
    record.localized("description").forEach((lang, text) -> says.text(DESCRIPTION, lang, text));
    says.identifier(record.text("id"));
    says.iri(LANDING_PAGE, record.text("landingPage"));
    steward(record, source, says);
    record.texts("creators").forEach(says::creator);
    source.category().ifPresent(says::category);
    record.texts("languages").forEach(says::language);
    record.texts("spatial").forEach(says::place);
    subjects(record, says);
    media(record, says);
    licences(record, source, says);
    lineage(record, says);
    UsageSignals.keep(record.node().path("usageInfo"), source.address(), says);
    CollectedFacts.stated(record, source, says);
    says.date(ISSUED, record.text("issued")).text(VERSION, "", record.text("version"));
    says.text(ACCRUAL_PERIODICITY, "", record.text("accrualPeriodicity"));
    if (record.whole("byteSize", -1) >= 0) {
      says.extent(record.whole("byteSize", 0), "bytes", false, "");
    }
    if (record.whole("distributions", -1) > 0) {
      says.extent(record.whole("distributions", 0), "distributions", false, "");
    }
    for (var checksum : List.of("sha256", "hash")) {
      var value = record.text(checksum);
      if (!value.isEmpty()) {
        says.identifier(value.contains(":") ? value : checksum + ":" + value);
      }
    }
    return says.triples();
  }

  private static void steward(JsonRecord record, CollectedFrom source, Statements says) {
    var publisher = MarkdownLink.of(record.text("publisher"));
    var name = publisher.text().isEmpty() ? source.steward() : publisher.text();
    var kind =
        STEWARD_KINDS.getOrDefault(record.text("publisherType").toLowerCase(Locale.ROOT), "");
    says.steward("", name, kind, publisher.address());
  }

  private static void subjects(JsonRecord record, Statements says) {
    record.texts("keywords").forEach(word -> says.text(KEYWORD, "", word));
    var themes = new ArrayList<>(record.texts("themes"));
    themes.addAll(record.texts("theme"));
    for (var theme : themes) {
      var eu = EU_THEMES.get(theme);
      if (eu == null) {
        says.text(KEYWORD, "", theme.replaceFirst("^Browsing: ", ""));
      } else {
        says.add(
            Submission.THIS,
            THEME,
            NodeFactory.createURI(
                "http://publications.europa.eu/resource/authority/data-theme/" + eu));
      }
    }
    for (var field : List.of("collection", "catalogType", "software")) {
      says.text(KEYWORD, "", record.text(field));
    }
  }

  private static void media(JsonRecord record, Statements says) {
    for (var field : List.of("type", "modality")) {
      var medium = MEDIA.get(record.text(field).toLowerCase(Locale.ROOT));
      if (medium != null) {
        says.text(MODALITY, "", medium);
      }
    }
  }

  private static void licences(JsonRecord record, CollectedFrom source, Statements says) {
    var strings = new ArrayList<>(record.texts("licenseStrings"));
    var addresses = record.texts("licenseUrls");
    for (var i = 0; i < strings.size(); i++) {
      var link = MarkdownLink.of(strings.get(i));
      var evidence = addresses.size() == strings.size() ? addresses.get(i) : "";
      says.licence(source.licenceRole(), link.text(), link.address(), "", evidence);
    }
    if (strings.isEmpty()) {
      addresses.forEach(address -> says.licence(source.licenceRole(), "", address, ""));
    }
    for (var text : record.texts("licenseText")) {
      says.licence(source.licenceRole(), shortened(text), "", "");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 2_000 ? text : text.substring(0, 2_000) + " […]";
  }

  private static void lineage(JsonRecord record, Statements says) {
    record.texts("derivedFrom").forEach(says::derivedFrom);
    for (var parent : record.texts("sourceDatasets")) {
      var name = parent.replaceFirst("^extended\\|(other-)?", "");
      if (!name.equals("original") && !name.equals("extended")) {
        says.derivedFrom(name);
      }
    }
    listed(says, "Sources of the text, as listed: ", record.texts("textSources"));
    listed(says, "Text generated by models, as listed: ", record.texts("modelGenerated"));
  }

  private static void listed(Statements says, String lead, List<String> items) {
    if (!items.isEmpty()) {
      says.provenance(lead + String.join(", ", items) + ".");
    }
  }
}
