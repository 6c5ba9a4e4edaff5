package org.commonsregistry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.terms.offer.Offers;
import org.jspecify.annotations.Nullable;

/**
 * Every page worth indexing (https://www.sitemaps.org/protocol.html): an index, and parts of at
 * most {@value #PART} addresses. Gathered once for each state of the search index. Thread-safe.
 */
@Hidden
@Controller
final class Sitemap {
  static final int PART = 10_000;
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final MediaType XML = MediaType.of("application/xml;charset=utf-8");
  private static final List<String> PAGES =
      List.of(
          "",
          "search",
          "categories",
          "stewards",
          "rules",
          "rulesets",
          "offers",
          "sparql",
          "api",
          "about",
          "ns");

  private final SearchIndex index;
  private final Categories categories;
  private final Rulesets rulesets;
  private final Offers offers;
  private final BaseIri base;
  private volatile @Nullable Gathered gathered;

  Sitemap(
      SearchIndex index, Categories categories, Rulesets rulesets, Offers offers, BaseIri base) {
    this.index = index;
    this.categories = categories;
    this.rulesets = rulesets;
    this.offers = offers;
    this.base = base;
  }

  private record Gathered(long reached, List<String> paths) {}

  @Get("/sitemap.xml")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> parts() {
    var count = (paths().size() + PART - 1) / PART;
    return respond(
        Xml.document(
            "sitemapindex",
            NAMESPACE,
            xml -> {
              for (var part = 1; part <= count; part++) {
                var location = base.resolve("sitemap-" + part + ".xml");
                xml.element("sitemap", sitemap -> sitemap.element("loc", location));
              }
            }));
  }

  @Get("/sitemap-{part}.xml")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> part(int part) {
    var paths = paths();
    var from = (long) (part - 1) * PART;
    if (part < 1 || from >= paths.size()) {
      throw ProblemException.notFound("The sitemap has no part " + part + ".");
    }
    var listed = paths.subList((int) from, (int) Math.min(from + PART, paths.size()));
    return respond(
        Xml.document(
            "urlset",
            NAMESPACE,
            xml ->
                listed.forEach(
                    path -> xml.element("url", url -> url.element("loc", base.resolve(path))))));
  }

  private List<String> paths() {
    var reached = index.reached();
    var before = gathered;
    if (before != null && before.reached == reached) {
      return before.paths;
    }
    var paths = new ArrayList<>(PAGES);
    categories.all().keySet().forEach(id -> paths.add("categories/" + id));
    rulesets
        .current()
        .ifPresent(
            adopted -> adopted.ruleset().rules().forEach(rule -> paths.add("rules/" + rule.id())));
    offers.all().forEach(offer -> paths.add("offers/" + offer.id()));
    Optional<String> cursor = Optional.empty();
    do {
      var result =
          index.search(
              new SearchQuery("", Map.of(), SearchQuery.Sort.TITLE, cursor, SearchQuery.MOST, 0));
      result.hits().forEach(hit -> paths.add("datasets/" + hit.slug()));
      cursor = result.next();
    } while (cursor.isPresent());
    gathered = new Gathered(reached, List.copyOf(paths));
    return paths;
  }

  private static HttpResponse<byte[]> respond(byte[] content) {
    return HttpResponse.ok(content)
        .contentType(XML)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
  }
}
