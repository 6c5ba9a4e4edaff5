package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.ruleset.Zone;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchResult;
import org.commonsregistry.search.SearchResult.FacetCount;
import org.jspecify.annotations.Nullable;
import templates.StaticTemplates;
import templates.Templates;

/** What is in the commons, in figures, with one search box. */
@Hidden
@Controller
public final class HomePage {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int NEWEST = 6;
  private static final int ALL = 100_000;
  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private final Pages pages;
  private final SearchIndex index;
  private final Categories categories;
  private final Charts charts;
  private final Cards cards;
  private final TermsForms terms;
  private final Holdings holdings;
  private final Clock clock;
  private volatile @Nullable Counted counted;

  HomePage(
      Pages pages,
      SearchIndex index,
      Categories categories,
      Charts charts,
      Cards cards,
      TermsForms terms,
      Holdings holdings,
      Clock clock) {
    this.pages = pages;
    this.index = index;
    this.categories = categories;
    this.charts = charts;
    this.cards = cards;
    this.terms = terms;
    this.holdings = holdings;
    this.clock = clock;
  }

  /**
   * What the template shows.
   *
   * @param held what texts the registry itself holds, in a sentence
   */
  public record View(
      List<Figure> figures,
      List<ZoneFigure> zones,
      TermsForm ask,
      List<Example> examples,
      List<Chart> charts,
      Chart years,
      String held,
      List<Card> newest) {}

  /**
   * @param percent of all datasets
   */
  public record ZoneFigure(String zone, long count, double percent, String href) {}

  public record Figure(String label, long count, String href) {}

  public record Example(String label, String href) {}

  /**
   * A result is good until the index moves on, and for a few seconds at most: datasets are
   * classified anew without a new entry.
   */
  private record Counted(long reached, Instant at, SearchResult result) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> home(HttpRequest<?> request) {
    var page = pages.begin(request);
    var described =
        page.describedAs(page.t("home.description"))
            .linking(
                "alternate",
                "application/atom+xml",
                "/search.atom?sort=newest",
                page.t("footer.feed"));
    return pages.respond(request, TEMPLATES.home(described, view(described, newest())));
  }

  private View view(Page page, SearchResult result) {
    var facets = result.facets();
    var categoryCounts = counts(facets, FacetField.CATEGORY);
    return new View(
        List.of(
            new Figure(page.t("home.figure.datasets", result.total()), result.total(), "/search"),
            figure(page, "stewards", counts(facets, FacetField.STEWARD), "/stewards"),
            figure(page, "categories", subjects(categoryCounts), "/categories"),
            figure(
                page,
                "languages",
                Charts.named(counts(facets, FacetField.LANGUAGE)),
                "/search?open=language#facet-language"),
            figure(
                page,
                "places",
                counts(facets, FacetField.JURISDICTION),
                "/search?open=jurisdiction#facet-jurisdiction")),
        zones(result),
        terms.of(page, SearchAddress.empty()),
        examples(page),
        List.of(
            charts.bars(page, FacetField.CATEGORY, groups(categoryCounts)),
            charts.bars(page, FacetField.LICENCE, counts(facets, FacetField.LICENCE)),
            charts.bars(
                page, FacetField.LANGUAGE, Charts.named(counts(facets, FacetField.LANGUAGE)))),
        charts.decades(page, counts(facets, FacetField.YEAR)),
        HeldTexts.line(page, holdings.totals()),
        cards.of(page, result.hits()));
  }

  private static List<ZoneFigure> zones(SearchResult result) {
    var counts = counts(result.facets(), FacetField.ZONE);
    var tokens = new ArrayList<>(Arrays.stream(Zone.values()).map(Zone::token).toList());
    tokens.add(Zones.UNCLASSIFIED);
    var zones = new ArrayList<ZoneFigure>();
    for (var token : tokens) {
      var count =
          counts.stream().filter(c -> c.value().equals(token)).mapToLong(FacetCount::count).sum();
      if (count > 0 || !token.equals(Zones.UNCLASSIFIED)) {
        zones.add(
            new ZoneFigure(
                token,
                count,
                Math.round(1_000.0 * count / Math.max(1, result.total())) / 10.0,
                SearchAddress.empty().with(FacetField.ZONE, token).at("/search")));
      }
    }
    return zones;
  }

  private static Figure figure(Page page, String key, List<FacetCount> counts, String href) {
    return new Figure(page.t("home.figure." + key, counts.size()), counts.size(), href);
  }

  private static List<Example> examples(Page page) {
    return List.of("1", "2", "3").stream()
        .map(number -> page.t("home.example." + number))
        .map(text -> new Example(text, SearchAddress.empty().searching(text).at("/search")))
        .toList();
  }

  private List<FacetCount> groups(List<FacetCount> counts) {
    return counts.stream().filter(count -> isGroup(count.value())).toList();
  }

  private List<FacetCount> subjects(List<FacetCount> counts) {
    return counts.stream().filter(count -> !isGroup(count.value())).toList();
  }

  private boolean isGroup(String id) {
    return categories.find(id).filter(c -> c.broader().isEmpty()).isPresent();
  }

  private static List<FacetCount> counts(
      Map<FacetField, List<FacetCount>> facets, FacetField field) {
    return facets.getOrDefault(field, List.of());
  }

  private SearchResult newest() {
    var reached = index.reached();
    var before = counted;
    var now = clock.instant();
    if (before != null && before.reached == reached && now.isBefore(before.at.plus(GOOD_FOR))) {
      return before.result;
    }
    var result =
        index.search(
            new SearchQuery("", Map.of(), SearchQuery.Sort.NEWEST, Optional.empty(), NEWEST, ALL));
    counted = new Counted(reached, now, result);
    return result;
  }
}
