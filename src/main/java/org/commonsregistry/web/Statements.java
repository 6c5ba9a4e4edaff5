package org.commonsregistry.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Wordings;

/** The statements about one dataset, each with its source, as pages show them. */
final class Statements {
  private final Page page;
  private final Dataset dataset;

  Statements(Page page, Dataset dataset) {
    this.page = page;
    this.dataset = dataset;
  }

  List<Statement> licences() {
    return dataset.licences().stream()
        .map(
            licence ->
                new Statement(
                    page.t("role." + licence.role().name().toLowerCase(Locale.ROOT)),
                    licence.text().isEmpty() ? licence.iri() : licence.text(),
                    Linked.outside("", licence.iri()).href(),
                    licence.covers(),
                    List.of(),
                    Said.of(page, dataset, licence.source())))
        .toList();
  }

  /** Whether two sources name different licences for the same part. */
  boolean licencesDisagree() {
    var byPart = new HashMap<String, Set<String>>();
    for (var licence : dataset.licences()) {
      byPart
          .computeIfAbsent(licence.covers().strip(), part -> new HashSet<>())
          .add(licence.iri().isEmpty() ? licence.text() : licence.iri());
    }
    return byPart.values().stream().anyMatch(licences -> licences.size() > 1);
  }

  /** One sentence on how the licence statements relate. */
  String licenceSummary() {
    var count = dataset.licences().size();
    if (count == 0) {
      return page.t("dataset.licences.none");
    }
    if (licencesDisagree()) {
      return page.t("dataset.licences.disagree", count);
    }
    return count == 1 ? page.t("dataset.licences.one") : page.t("dataset.licences.parts", count);
  }

  List<Worded> titles() {
    return worded(dataset.titleWordings());
  }

  List<Worded> descriptions() {
    return worded(dataset.descriptionWordings());
  }

  /** What else sources call it than the title shown. */
  OtherWordings otherTitles(String shown, String provenance) {
    return OtherWordings.of(worded(Wordings.others(dataset.titleWordings(), shown)), provenance);
  }

  /** How else sources describe it. */
  OtherWordings otherDescriptions(String shown, String provenance) {
    return OtherWordings.of(
        worded(Wordings.others(dataset.descriptionWordings(), shown)), provenance);
  }

  List<Statement> usages() {
    return remarks(dataset.usages());
  }

  List<Statement> provenance() {
    return remarks(dataset.provenance());
  }

  List<Statement> disputes() {
    return remarks(dataset.disputes());
  }

  List<Statement> sizes() {
    return dataset.extents().stream()
        .map(
            extent ->
                new Statement(
                    "", amount(extent), "", "", List.of(), Said.of(page, dataset, extent.source())))
        .toList();
  }

  private String amount(Dataset.Extent extent) {
    var amount =
        extent.unit().equals("bytes")
            ? page.formats().bytes(Math.round(extent.value()))
            : page.formats().number(extent.value()) + " " + Labels.of(page, "unit", extent.unit());
    var words = extent.approximate() ? page.t("dataset.about", amount) : amount;
    return extent.asOf().isEmpty()
        ? words
        : page.t("dataset.counted", words, page.formats().date(extent.asOf()));
  }

  private List<Worded> worded(List<Dataset.Wording> wordings) {
    return wordings.stream()
        .map(
            wording ->
                new Worded(
                    wording.text(),
                    TextLanguage.of(page, wording.language()),
                    wording.sources().stream()
                        .flatMap(key -> Said.of(page, dataset, key).stream())
                        .distinct()
                        .toList()))
        .toList();
  }

  private List<Statement> remarks(List<Dataset.Remark> remarks) {
    return remarks.stream()
        .map(
            remark ->
                new Statement(
                    "",
                    remark.says(),
                    "",
                    "",
                    remark.uses().stream().map(use -> Labels.of(page, "use", use)).toList(),
                    Said.of(page, dataset, remark.source())))
        .toList();
  }
}
