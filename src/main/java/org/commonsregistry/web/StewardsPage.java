package org.commonsregistry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.export.StewardDocuments;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchResult;
import templates.StaticTemplates;
import templates.Templates;

/** Who looks after the datasets, and each of them with theirs. */
@Controller("/stewards")
public final class StewardsPage {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int HITS = 20;
  private static final int SHOWN = 300;
  private static final int ALL = 100_000;

  private final Pages pages;
  private final SearchIndex index;
  private final StewardNames names;
  private final Datasets datasets;
  private final StewardDocuments documents;
  private final Cards cards;

  StewardsPage(
      Pages pages,
      SearchIndex index,
      StewardNames names,
      Datasets datasets,
      StewardDocuments documents,
      Cards cards) {
    this.pages = pages;
    this.index = index;
    this.names = names;
    this.datasets = datasets;
    this.documents = documents;
    this.cards = cards;
  }

  /** What the template of the list shows. */
  public record ListView(String text, long total, List<Row> rows, long left) {}

  public record Row(String name, String href, long count) {}

  /** What the template of one steward shows. */
  public record View(
      String name,
      String kind,
      Linked homepage,
      long count,
      List<Card> cards,
      String searchHref,
      String feedHref,
      List<Linked> forms) {}

  @Get
  @Hidden
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> list(HttpRequest<?> request) {
    var begun = pages.begin(request);
    var page =
        begun
            .titled(begun.t("stewards.title"))
            .describedAs(begun.t("stewards.lead"))
            .in(Section.STEWARDS);
    var text = request.getParameters().getFirst("q").orElse("").strip();
    var counts =
        index
            .search(SearchAddress.empty().query(1, ALL))
            .facets()
            .getOrDefault(FacetField.STEWARD, List.of());
    var known = names.of(counts.stream().map(SearchResult.FacetCount::value).toList());
    var wanted = text.toLowerCase(Locale.ROOT);
    var rows =
        counts.stream()
            .map(
                count ->
                    new Row(
                        known.getOrDefault(count.value(), count.value()),
                        "/stewards/" + count.value(),
                        count.count()))
            .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    var view =
        new ListView(
            text,
            rows.size(),
            rows.stream().limit(SHOWN).toList(),
            Math.max(0, rows.size() - SHOWN));
    return pages.respond(
        request, TEMPLATES.stewards(text.isEmpty() ? page : page.notIndexed(), view));
  }

  @Get("/{slug:[a-z0-9-]+}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  @Tag(name = "Stewards")
  @Operation(
      operationId = "steward",
      summary = "A steward: a page, or RDF by Accept",
      description =
          "The first page of its datasets; /stewards/{slug}.ttl and so on have the others.")
  @ApiResponse(
      responseCode = "200",
      description = "In the form the client likes best",
      content = {
        @Content(mediaType = "text/html"),
        @Content(mediaType = "text/turtle"),
        @Content(mediaType = "application/ld+json"),
        @Content(mediaType = "application/n-triples"),
        @Content(mediaType = "application/rdf+xml")
      })
  @ApiResponse(responseCode = "404", description = "No dataset names such a steward")
  @ApiResponse(responseCode = "406", description = "There is no such form")
  public HttpResponse<?> one(@Parameter(hidden = true) HttpRequest<?> request, String slug) {
    return Offered.PAGE_AND_GRAPH.answer(
        request, () -> page(request, slug), form -> documents.respond(request, slug, form));
  }

  private HttpResponse<?> page(HttpRequest<?> request, String slug) {
    var address = SearchAddress.empty().with(FacetField.STEWARD, slug);
    var result = index.search(address.query(HITS, 0));
    var steward =
        steward(result)
            .orElseThrow(
                () ->
                    ProblemException.notFound("There is no steward '" + slug + "'.")
                        .remedy("All of them are listed at /stewards."));
    var feed = "/search.atom?" + address.sortedBy(SearchQuery.Sort.NEWEST).parameters();
    var begun = pages.begin(request);
    var page =
        Offered.PAGE_AND_GRAPH
            .linked(
                begun
                    .titled(steward.name())
                    .describedAs(begun.t("steward.description", steward.name(), result.total()))
                    .in(Section.STEWARDS),
                "/stewards/" + slug)
            .linking("alternate", "application/atom+xml", feed, begun.t("search.feed"));
    return pages
        .respond(
            request,
            TEMPLATES.steward(
                page,
                new View(
                    steward.name(),
                    steward.kind().isEmpty() ? "" : Labels.of(page, "steward", steward.kind()),
                    Linked.address(steward.homepage()),
                    result.total(),
                    cards.of(page, result.hits()),
                    address.at("/search"),
                    feed,
                    forms("/stewards/" + slug))))
        .header(HttpHeaders.LINK, String.join(", ", documents.onPage(slug)));
  }

  private static List<Linked> forms(String path) {
    return List.of(
        new Linked("Turtle", path + Representation.TURTLE.suffix()),
        new Linked("JSON-LD", path + Representation.JSON_LD.suffix()),
        new Linked("N-Triples", path + Representation.N_TRIPLES.suffix()),
        new Linked("RDF/XML", path + Representation.RDF_XML.suffix()));
  }

  private Optional<Dataset.Steward> steward(SearchResult result) {
    return result.hits().stream()
        .findFirst()
        .flatMap(hit -> datasets.current(new DatasetId(hit.slug())))
        .flatMap(version -> version.dataset().steward());
  }
}
