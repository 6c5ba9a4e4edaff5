package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchResult;

/** Any search as an Atom feed (RFC 4287), newest first unless another order is asked for. */
@Hidden
@Controller
final class SearchFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final MediaType TYPE = MediaType.of("application/atom+xml;charset=utf-8");
  private static final int ENTRIES = 50;

  private final Pages pages;
  private final SearchIndex index;
  private final Datasets datasets;

  SearchFeed(Pages pages, SearchIndex index, Datasets datasets) {
    this.pages = pages;
    this.index = index;
    this.datasets = datasets;
  }

  @Get("/search.atom")
  @Produces(MediaType.ALL)
  HttpResponse<?> feed(HttpRequest<?> request) {
    var asked = SearchAddress.of(request.getParameters());
    var address =
        asked.sort() == SearchQuery.Sort.RELEVANCE
            ? asked.sortedBy(SearchQuery.Sort.NEWEST)
            : asked;
    var page = pages.begin(request);
    var result = index.search(address.query(ENTRIES, 0));
    var versions =
        result.hits().stream()
            .flatMap(hit -> datasets.current(new DatasetId(hit.slug())).stream())
            .filter(version -> !version.withdrawn())
            .toList();
    var bytes = Xml.document("feed", ATOM, xml -> feed(xml, page, address, result, versions));
    return EntityTags.answer(request, bytes, TYPE.toString());
  }

  private static void feed(
      Xml xml,
      Page page,
      SearchAddress address,
      SearchResult result,
      List<DatasetVersion> versions) {
    var self = page.absolute(address.at("/search.atom"));
    var updated =
        versions.stream()
            .map(DatasetVersion::recordedAt)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    xml.element("id", self)
        .element(
            "title",
            address.text().isEmpty()
                ? page.t("feed.title.all")
                : page.t("feed.title", address.text()))
        .element("updated", updated.toString())
        .element("author", author -> author.element("name", page.t("portal")))
        .element("link", link -> link.attribute("rel", "self").attribute("href", self))
        .element(
            "link",
            link ->
                link.attribute("rel", "alternate")
                    .attribute("type", "text/html")
                    .attribute("href", page.absolute(address.at("/search"))));
    result
        .next()
        .ifPresent(
            cursor ->
                xml.element(
                    "link",
                    link ->
                        link.attribute("rel", "next")
                            .attribute(
                                "href", page.absolute(address.after(cursor).at("/search.atom")))));
    versions.forEach(version -> xml.element("entry", entry -> entry(entry, page, version)));
  }

  private static void entry(Xml xml, Page page, DatasetVersion version) {
    var dataset = version.dataset();
    var address = page.absolute("/datasets/" + dataset.id().slug());
    var language = page.language().tag();
    xml.element("id", address)
        .element("title", dataset.title(language))
        .element("updated", version.recordedAt().toString())
        .element("link", link -> link.attribute("rel", "alternate").attribute("href", address))
        .element("summary", dataset.description(language).orElse(""));
    dataset
        .steward()
        .ifPresent(
            steward -> xml.element("author", author -> author.element("name", steward.name())));
    dataset
        .categories()
        .forEach(
            category -> xml.element("category", element -> element.attribute("term", category)));
  }
}
