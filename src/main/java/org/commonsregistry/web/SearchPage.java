package org.commonsregistry.web;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchResult;
import templates.StaticTemplates;
import templates.Templates;

/** Results of a search, the ways to narrow it, and the same search as a feed and as data. */
@Hidden
@Controller
public final class SearchPage {
  private static final int HITS = 20;
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final SearchIndex index;
  private final Facets facets;
  private final FacetLabels labels;
  private final TermsForms terms;
  private final Cards cards;

  SearchPage(
      Pages pages,
      SearchIndex index,
      Facets facets,
      FacetLabels labels,
      TermsForms terms,
      Cards cards) {
    this.pages = pages;
    this.index = index;
    this.facets = facets;
    this.labels = labels;
    this.terms = terms;
    this.cards = cards;
  }

  /** What the template shows. */
  public record View(
      String text,
      String heading,
      List<Entry<String, String>> kept,
      List<Entry<String, String>> keptBySort,
      boolean filtersOpen,
      TermsForm ask,
      List<Facet> facets,
      List<Sort> sorts,
      Optional<String> corrected,
      List<Pill> pills,
      String clearHref,
      List<Card> cards,
      Optional<String> firstHref,
      Optional<String> nextHref,
      String feedHref,
      String apiHref) {}

  public record Sort(String value, String label, boolean chosen) {}

  /**
   * @param href the search without it
   */
  public record Pill(String field, String label, String href) {}

  @Get("/search")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> search(HttpRequest<?> request) {
    var address = SearchAddress.of(request.getParameters());
    var asked = address.open().isPresent() ? Facets.ASKED_WHEN_OPEN : Facets.ASKED;
    var result = index.search(address.query(HITS, asked));
    var page = frame(pages.begin(request), address).describedAs("");
    return pages.respond(request, model(page, address, result));
  }

  private static Page frame(Page begun, SearchAddress address) {
    var page =
        begun
            .titled(
                address.text().isEmpty()
                    ? begun.t("search.title.all")
                    : begun.t("search.title", address.text()))
            .in(Section.SEARCH)
            .linking(
                "alternate",
                "application/atom+xml",
                withParameters("/search.atom", address),
                begun.t("search.feed"));
    // Every combination of filters is a page; a search engine should come by the sitemap instead.
    return address.equals(SearchAddress.empty()) ? page : page.notIndexed();
  }

  private JteModel model(Page page, SearchAddress address, SearchResult result) {
    return TEMPLATES.search(
        page,
        new View(
            address.text(),
            heading(page, address, result.total()),
            Fields.withoutText(address),
            Fields.withoutSort(address),
            address.open().isPresent(),
            terms.of(page, address),
            facets.of(page, address, result),
            sorts(page, address),
            result.corrected(),
            pills(page, address),
            address.withoutFilters().at("/search"),
            cards.of(page, result.hits()),
            address.after().isEmpty()
                ? Optional.empty()
                : Optional.of(address.after("").at("/search")),
            result.next().map(cursor -> address.after(cursor).at("/search")),
            withParameters("/search.atom", address),
            withParameters("/api/v1/search", address)));
  }

  private static String heading(Page page, SearchAddress address, long total) {
    return address.text().isEmpty()
        ? page.t("search.heading.all", total)
        : page.t("search.heading", total, address.text());
  }

  private static List<Sort> sorts(Page page, SearchAddress address) {
    return Arrays.stream(SearchQuery.Sort.values())
        .map(
            sort -> {
              var token = sort.name().toLowerCase(Locale.ROOT);
              return new Sort(token, page.t("sort." + token), sort == address.sort());
            })
        .toList();
  }

  private List<Pill> pills(Page page, SearchAddress address) {
    var pills = new ArrayList<>(terms.pills(page, address));
    address
        .filters()
        .forEach(
            (field, values) -> {
              var names = labels.of(page, field, values);
              for (var value : values) {
                pills.add(
                    new Pill(
                        page.t("facet." + field.parameter()),
                        names.getOrDefault(value, value),
                        address.without(field, value).at("/search")));
              }
            });
    return pills;
  }

  private static String withParameters(String path, SearchAddress address) {
    var parameters = address.parameters();
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }
}
