package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.category.Categories;
import org.commonsregistry.category.Category;
import org.commonsregistry.http.Representation;
import org.commonsregistry.web.DatasetFrame.Download;
import org.commonsregistry.web.DatasetFrame.Older;
import org.commonsregistry.web.DatasetFrame.Rail;
import org.commonsregistry.web.DatasetFrame.Snippet;
import org.commonsregistry.web.DatasetFrame.Tab;
import org.commonsregistry.web.DatasetFrame.Withdrawn;

/** Builds what stands around every part of a dataset's page. */
@Singleton
final class DatasetFrames {
  private final Categories categories;
  private final ShownVerdicts verdicts;

  DatasetFrames(Categories categories, ShownVerdicts verdicts) {
    this.categories = categories;
    this.verdicts = verdicts;
  }

  /** The parts of a dataset's page, in the order of the tabs. */
  enum Part {
    OVERVIEW,
    PROVENANCE,
    TERMS,
    VERSIONS,
    API;

    String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  DatasetFrame of(Page page, DatasetVersion version, DatasetVersion current, Part part) {
    return of(page, version, current, part, verdicts.headline(page, version, current));
  }

  /** For a page that shows the headline itself, so that it is reached once. */
  DatasetFrame of(
      Page page,
      DatasetVersion version,
      DatasetVersion current,
      Part part,
      Optional<ShownVerdict> headline) {
    var dataset = version.dataset();
    var slug = dataset.id().slug();
    var language = page.language().tag();
    var title = dataset.title(language);
    var old = version.sequence() != current.sequence();
    var query = old ? "?asOf=" + version.sequence() : "";
    return new DatasetFrame(
        slug,
        title,
        TextLanguage.of(page, dataset.titles(), title),
        new Statements(page, dataset).otherTitles(title, href(slug, query, Part.PROVENANCE)),
        dataset.steward().map(s -> new Linked(s.name(), "/stewards/" + s.slug())),
        kind(page, dataset),
        crumbs(page, dataset),
        headline.map(
            shown ->
                new VerdictLine(
                    shown.zone().token(),
                    new VerdictWords(page).sentence(shown),
                    href(slug, query, Part.TERMS))),
        headline.isEmpty() && !current.withdrawn(),
        old
            ? Optional.of(
                new Older(
                    page.t(
                        "dataset.older",
                        version.number(),
                        page.formats().date(version.recordedAt())),
                    "/datasets/" + slug))
            : Optional.empty(),
        version.withdrawn()
            ? Optional.of(
                new Withdrawn(page.formats().date(version.recordedAt()), version.reason()))
            : Optional.empty(),
        tabs(page, slug, query, part),
        rail(page, version));
  }

  private static String kind(Page page, Dataset dataset) {
    var words = new StringJoiner(" · ");
    dataset
        .steward()
        .filter(steward -> !steward.kind().isEmpty())
        .ifPresent(steward -> words.add(Labels.of(page, "steward", steward.kind())));
    if (dataset.kind() == Dataset.Kind.SERIES) {
      words.add(page.t("kind.series"));
    }
    return words.toString();
  }

  private List<Linked> crumbs(Page page, Dataset dataset) {
    if (dataset.categories().isEmpty()) {
      return List.of();
    }
    return categories.withBroader(dataset.categories().getFirst()).reversed().stream()
        .map(category -> link(page, category))
        .toList();
  }

  static Linked link(Page page, Category category) {
    return new Linked(category.label(page.language().tag()), "/categories/" + category.id());
  }

  private static List<Tab> tabs(Page page, String slug, String query, Part shown) {
    return Arrays.stream(Part.values())
        .map(
            part ->
                new Tab(
                    page.t("dataset.tab." + part.token()), href(slug, query, part), part == shown))
        .toList();
  }

  private static String href(String slug, String query, Part part) {
    return "/datasets/" + slug + (part == Part.OVERVIEW ? "" : "/" + part.token()) + query;
  }

  private static Rail rail(Page page, DatasetVersion version) {
    var slug = version.id().slug();
    var address = page.absolute("datasets/" + slug);
    return new Rail(
        version.dataset().distributions().stream().map(d -> download(page, d)).toList(),
        Citation.of(version, page.language().tag(), address + "?asOf=" + version.sequence()).text(),
        List.of(
            new Linked("BibTeX", "/datasets/" + slug + "/citation.bib"),
            new Linked("RIS", "/datasets/" + slug + "/citation.ris"),
            new Linked("CFF", "/datasets/" + slug + "/citation.cff")),
        forms(slug),
        Snippets.of(address));
  }

  private static List<Linked> forms(String slug) {
    return List.of(
        new Linked("Turtle", "/datasets/" + slug + Representation.TURTLE.suffix()),
        new Linked("JSON-LD", "/datasets/" + slug + Representation.JSON_LD.suffix()),
        new Linked("N-Triples", "/datasets/" + slug + Representation.N_TRIPLES.suffix()),
        new Linked("RDF/XML", "/datasets/" + slug + Representation.RDF_XML.suffix()),
        new Linked("N-Quads", "/datasets/" + slug + Representation.N_QUADS.suffix()),
        new Linked("Croissant", "/datasets/" + slug + ".croissant.json"));
  }

  private static Download download(Page page, Dataset.Distribution distribution) {
    var file = !distribution.downloadUrl().isEmpty();
    var address = file ? distribution.downloadUrl() : distribution.accessUrl();
    var note = new StringJoiner(", ");
    if (!distribution.format().isEmpty()) {
      note.add(distribution.format());
    }
    if (distribution.bytes() >= 0) {
      note.add(page.formats().bytes(distribution.bytes()));
    }
    return new Download(
        distribution.title().isEmpty()
            ? Linked.address(address)
            : Linked.outside(distribution.title(), address),
        note.toString(),
        distribution.checksum(),
        file);
  }

  /** How a program gets at a record. */
  static final class Snippets {
    private Snippets() {}

    static List<Snippet> of(String address) {
      return List.of(
          new Snippet("curl", "curl -H 'Accept: text/turtle' \\\n  " + address),
          new Snippet(
              "Python",
              "from rdflib import Graph\n\ng = Graph()\ng.parse(\""
                  + address
                  + ".ttl\")\nprint(len(g), \"statements\")"),
          new Snippet(
              "SPARQL",
              "SELECT ?property ?value\nWHERE {\n  <" + address + "> ?property ?value\n}"));
    }
  }
}
