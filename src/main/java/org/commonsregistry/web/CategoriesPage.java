package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.catalog.export.CategoryDocuments;
import org.commonsregistry.category.Categories;
import org.commonsregistry.category.Category;
import org.commonsregistry.holdings.CategoryHoldings;
import org.commonsregistry.holdings.Counts;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchResult;
import templates.StaticTemplates;
import templates.Templates;

/** The tree of categories, and each of them with what is in it. */
@Hidden
@Controller("/categories")
public final class CategoriesPage {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int HITS = 20;
  private static final int ALL = 10_000;

  private final Pages pages;
  private final Categories categories;
  private final CategoryDocuments documents;
  private final SearchIndex index;
  private final Cards cards;
  private final CategoryHoldings holdings;

  CategoriesPage(
      Pages pages,
      Categories categories,
      CategoryDocuments documents,
      SearchIndex index,
      Cards cards,
      CategoryHoldings holdings) {
    this.pages = pages;
    this.categories = categories;
    this.documents = documents;
    this.index = index;
    this.cards = cards;
    this.holdings = holdings;
  }

  /** A category with what is below it. */
  public record Branch(
      String label, String definition, String href, long count, List<Branch> narrower) {

    Branch counting(long newCount) {
      return new Branch(label, definition, href, newCount, narrower);
    }
  }

  /**
   * What the template of one category shows.
   *
   * @param held what texts the registry itself holds, in a sentence
   */
  public record View(
      Branch branch,
      List<Linked> crumbs,
      List<String> synonyms,
      String held,
      List<Card> cards,
      String searchHref,
      String feedHref) {}

  @Get
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> tree(HttpRequest<?> request) {
    return Offered.PAGE_AND_GRAPH.answer(
        request, () -> page(request), form -> documents.respond(request, form));
  }

  private HttpResponse<?> page(HttpRequest<?> request) {
    var begun = pages.begin(request);
    var page =
        Offered.PAGE_AND_GRAPH.linked(
            begun
                .titled(begun.t("categories.title"))
                .describedAs(begun.t("categories.lead"))
                .in(Section.CATEGORIES),
            "/categories");
    var counts = counts(index.search(SearchAddress.empty().query(1, ALL)));
    var tree = categories.roots().stream().map(category -> branch(page, category, counts)).toList();
    return pages.respond(request, TEMPLATES.categories(page, tree));
  }

  @Get("/{id:[a-z0-9-]+}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return Offered.PAGE_AND_GRAPH.answer(
        request, () -> page(request, id), form -> documents.respond(request, id, form));
  }

  private HttpResponse<?> page(HttpRequest<?> request, String id) {
    var category =
        categories
            .find(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound("There is no category '" + id + "'.")
                        .remedy("All of them are listed at /categories."));
    var begun = pages.begin(request);
    var language = begun.language().tag();
    var address = SearchAddress.empty().with(FacetField.CATEGORY, id);
    var feed = "/search.atom?" + address.sortedBy(SearchQuery.Sort.NEWEST).parameters();
    var page =
        Offered.PAGE_AND_GRAPH
            .linked(
                begun
                    .titled(category.label(language))
                    .describedAs(category.definition(language))
                    .in(Section.CATEGORIES),
                "/categories/" + id)
            .linking("alternate", "application/atom+xml", feed, begun.t("search.feed"));
    var result = index.search(address.query(HITS, ALL));
    return pages.respond(
        request,
        TEMPLATES.category(
            page,
            new View(
                branch(page, category, counts(result)).counting(result.total()),
                categories.withBroader(id).stream()
                    .skip(1)
                    .map(broader -> DatasetFrames.link(page, broader))
                    .toList()
                    .reversed(),
                category.synonyms().getOrDefault(language, List.of()),
                HeldTexts.line(page, Counts.sum(counts(holdings.in(id)))),
                cards.of(page, result.hits()),
                address.at("/search"),
                feed)));
  }

  private static List<Counts> counts(List<Holding> held) {
    return held.stream().map(Holding::counts).toList();
  }

  private Branch branch(Page page, Category category, Map<String, Long> counts) {
    var language = page.language().tag();
    return new Branch(
        category.label(language),
        category.definition(language),
        "/categories/" + category.id(),
        counts.getOrDefault(category.id(), 0L),
        category.narrower().stream()
            .flatMap(id -> categories.find(id).stream())
            .map(narrower -> branch(page, narrower, counts))
            .sorted((a, b) -> a.label().compareToIgnoreCase(b.label()))
            .toList());
  }

  private static Map<String, Long> counts(SearchResult result) {
    return Optional.ofNullable(result.facets().get(FacetField.CATEGORY)).orElse(List.of()).stream()
        .collect(
            java.util.stream.Collectors.toMap(
                SearchResult.FacetCount::value, SearchResult.FacetCount::count));
  }
}
