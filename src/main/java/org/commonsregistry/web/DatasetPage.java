package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Texts;
import org.commonsregistry.catalog.export.DatasetDocuments;
import org.commonsregistry.catalog.export.Mementos;
import org.commonsregistry.catalog.export.SchemaOrg;
import org.commonsregistry.catalog.export.Signposting;
import org.commonsregistry.category.Categories;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.http.Representation;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.web.DatasetFrames.Part;
import org.jspecify.annotations.Nullable;
import templates.StaticTemplates;
import templates.Templates;

/** What a dataset is: its description, terms as stated, key facts, and what is like it. */
@Hidden
@Controller
public final class DatasetPage {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int SIMILAR = 4;
  private static final int MEMBERS = 24;
  private static final Offered FORMS =
      new Offered(
          List.of(
              Representation.HTML,
              Representation.TURTLE,
              Representation.JSON_LD,
              Representation.N_TRIPLES,
              Representation.RDF_XML,
              Representation.N_QUADS,
              Representation.TRIG,
              Representation.JSON));

  private final Pages pages;
  private final ShownVersions versions;
  private final Mementos mementos;
  private final DatasetDocuments documents;
  private final Signposting signposting;
  private final SchemaOrg schemaOrg;
  private final DatasetFrames frames;
  private final ShownVerdicts verdicts;
  private final Categories categories;
  private final SearchIndex index;
  private final Cards cards;
  private final Holdings holdings;

  DatasetPage(
      Pages pages,
      ShownVersions versions,
      Mementos mementos,
      DatasetDocuments documents,
      Signposting signposting,
      SchemaOrg schemaOrg,
      DatasetFrames frames,
      ShownVerdicts verdicts,
      Categories categories,
      SearchIndex index,
      Cards cards,
      Holdings holdings) {
    this.pages = pages;
    this.versions = versions;
    this.mementos = mementos;
    this.documents = documents;
    this.signposting = signposting;
    this.schemaOrg = schemaOrg;
    this.frames = frames;
    this.verdicts = verdicts;
    this.categories = categories;
    this.index = index;
    this.cards = cards;
    this.holdings = holdings;
  }

  /** What the template shows. */
  public record View(
      DatasetFrame frame,
      Optional<Answer> answer,
      List<String> description,
      @Nullable String descriptionLanguage,
      OtherWordings otherDescriptions,
      List<Statement> licences,
      boolean disagree,
      String licenceSummary,
      List<Fact> facts,
      Members members,
      List<Card> similar) {}

  /**
   * The headline in short.
   *
   * @param where for what place and day
   * @param uses the answer to anyone for each use
   * @param changes what moves by itself
   */
  public record Answer(
      String where, String sentence, List<TermsMatrix.Row> uses, List<String> changes) {
    static Answer of(Page page, ShownVerdict shown) {
      var words = new VerdictWords(page);
      return new Answer(
          words.where(shown),
          words.sentence(shown),
          TermsMatrix.headline(page, shown),
          words.changes(shown));
    }
  }

  /** What a series holds: the first of them, and where all are. */
  public record Members(long total, List<Card> first, String all) {}

  /** One row of the key facts: linked words, or statements with their sources. */
  public record Fact(String label, List<Linked> values, List<Statement> statements) {}

  @Get("/datasets/{slug:[a-z0-9-]+}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> overview(HttpRequest<?> request, String slug) {
    return FORMS.answer(
        request,
        () -> page(request, slug),
        form ->
            form == Representation.JSON
                ? HttpResponse.seeOther(URI.create("/datasets/" + slug + ".json"))
                : documents.respond(request, ShownVersions.id(slug), form));
  }

  private HttpResponse<?> page(HttpRequest<?> request, String slug) {
    var standing = mementos.history(ShownVersions.id(slug)).getLast();
    if (standing.withdrawn() && !request.getParameters().contains("asOf")) {
      var page = ShownVersions.describe(pages.begin(request), standing, false);
      return pages.respond(
          request,
          TEMPLATES.datasetWithdrawn(page, frames.of(page, standing, standing, Part.OVERVIEW)),
          HttpStatus.GONE);
    }
    return versions.answer(request, slug, asked -> show(request, asked));
  }

  private HttpResponse<?> show(HttpRequest<?> request, Mementos.Asked.Version asked) {
    var version = asked.version();
    var begun = ShownVersions.describe(pages.begin(request), asked);
    var page =
        FORMS.linked(
            begun.withJsonLd(schemaOrg.of(version, begun.language().tag())),
            "/datasets/" + version.id().slug());
    var current = asked.history().getLast();
    var headline = verdicts.headline(page, version, current);
    var frame = frames.of(page, version, current, Part.OVERVIEW, headline);
    return mementos.dated(
        pages.respond(
            request, TEMPLATES.datasetOverview(page, view(page, version, frame, headline))),
        asked,
        signposting.onPage(version));
  }

  private View view(
      Page page, DatasetVersion version, DatasetFrame frame, Optional<ShownVerdict> headline) {
    var dataset = version.dataset();
    var statements = new Statements(page, dataset);
    var description = Texts.pick(dataset.descriptions(), page.language().tag()).orElse("");
    return new View(
        frame,
        headline.map(shown -> Answer.of(page, shown)),
        description.isBlank() ? List.of() : List.of(description.strip().split("\\n\\s*\\n")),
        TextLanguage.of(page, dataset.descriptions(), description),
        statements.otherDescriptions(
            description, frame.tabs().get(Part.PROVENANCE.ordinal()).href()),
        statements.licences(),
        statements.licencesDisagree(),
        statements.licenceSummary(),
        facts(page, dataset, statements),
        members(page, dataset),
        cards.of(page, index.similar(dataset.id().slug(), SIMILAR)));
  }

  private Members members(Page page, Dataset dataset) {
    var address = SearchAddress.empty().with(FacetField.SERIES, dataset.id().slug());
    if (dataset.kind() != Dataset.Kind.SERIES) {
      return new Members(0, List.of(), "");
    }
    var found =
        index.search(
            new SearchQuery(
                "",
                Map.of(FacetField.SERIES, Set.of(dataset.id().slug())),
                SearchQuery.Sort.TITLE,
                Optional.empty(),
                MEMBERS,
                0));
    return new Members(found.total(), cards.of(page, found.hits()), address.at("/search"));
  }

  private List<Fact> facts(Page page, Dataset dataset, Statements statements) {
    var facts = new ArrayList<Fact>();
    add(facts, page, "categories", dataset.categories().stream().map(c -> category(page, c)));
    add(facts, page, "media", dataset.media().stream().map(m -> filter(page, "media", m)));
    add(
        facts,
        page,
        "languages",
        dataset.languages().stream()
            .map(
                tag ->
                    new Linked(page.formats().language(tag), "/search?language=" + encoded(tag))));
    add(
        facts,
        page,
        "places",
        dataset.places().stream()
            .map(
                code ->
                    new Linked(
                        page.formats().place(code), "/search?jurisdiction=" + encoded(code))));
    add(
        facts,
        page,
        "period",
        dataset.period().map(period -> Periods.text(page, period)).stream()
            .filter(text -> !text.isEmpty())
            .map(Linked::plain));
    if (!dataset.extents().isEmpty()) {
      facts.add(new Fact(page.t("dataset.fact.size"), List.of(), statements.sizes()));
    }
    var counts = holdings.totals(List.of(dataset.id()));
    var held = "/api/v1/datasets/" + dataset.id().slug() + "/holdings";
    add(facts, page, "held", HeldTexts.values(page, counts, held).stream());
    add(facts, page, "version", dataset.version().stream().map(Linked::plain));
    add(
        facts,
        page,
        "issued",
        dataset.issued().map(page.formats()::date).stream().map(Linked::plain));
    add(
        facts,
        page,
        "series",
        dataset.series().stream().map(id -> new Linked(id.slug(), "/datasets/" + id.slug())));
    add(facts, page, "landing", dataset.landingPages().stream().map(Linked::address));
    add(
        facts,
        page,
        "keywords",
        dataset.keywords().stream()
            .map(word -> new Linked(word, SearchAddress.empty().searching(word).at("/search"))));
    add(facts, page, "identifiers", dataset.identifiers().stream().map(Linked::address));
    return facts;
  }

  private static void add(
      List<Fact> facts, Page page, String key, java.util.stream.Stream<Linked> values) {
    var list = values.toList();
    if (!list.isEmpty()) {
      facts.add(new Fact(page.t("dataset.fact." + key), list, List.of()));
    }
  }

  private Linked category(Page page, String id) {
    return Optional.of(id)
        .flatMap(categories::find)
        .map(category -> DatasetFrames.link(page, category))
        .orElseGet(() -> Linked.plain(id));
  }

  private static Linked filter(Page page, String field, String value) {
    return new Linked(Labels.of(page, field, value), "/search?" + field + "=" + encoded(value));
  }

  private static String encoded(String value) {
    return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
  }
}
