package org.commonsregistry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.commonsregistry.rdf.BaseIri;

/** What crawlers and browsers look for at fixed addresses. */
@Hidden
@Controller
final class SiteFiles {
  private static final MediaType OPENSEARCH =
      MediaType.of("application/opensearchdescription+xml;charset=utf-8");

  private final BaseIri base;
  private final Pages pages;

  SiteFiles(BaseIri base, Pages pages) {
    this.base = base;
    this.pages = pages;
  }

  @Get("/robots.txt")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> robots() {
    // Combinations of filters are endless; what they lead to is in the sitemap.
    var text =
        "User-agent: *\nDisallow: /search?\nDisallow: /search.atom\nDisallow: /sparql?\n"
            + "Allow: /\nSitemap: "
            + base.resolve("sitemap.xml")
            + "\n";
    return respond(text.getBytes(StandardCharsets.UTF_8), MediaType.of("text/plain;charset=utf-8"));
  }

  @Get("/opensearch.xml")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> openSearch(HttpRequest<?> request) {
    var page = pages.begin(request);
    return respond(
        Xml.document(
            "OpenSearchDescription",
            "http://a9.com/-/spec/opensearch/1.1/",
            xml ->
                xml.element("ShortName", page.t("portal"))
                    .element("Description", page.t("search.label"))
                    .element("InputEncoding", "UTF-8")
                    .element(
                        "Image",
                        image ->
                            image
                                .attribute("type", "image/svg+xml")
                                .text(base.resolve("favicon.svg")))
                    .element(
                        "Url",
                        url ->
                            url.attribute("type", "text/html")
                                .attribute("template", base.resolve("search?q={searchTerms}")))
                    .element(
                        "Url",
                        url ->
                            url.attribute("type", "application/atom+xml")
                                .attribute(
                                    "template", base.resolve("search.atom?q={searchTerms}")))),
        OPENSEARCH);
  }

  private static HttpResponse<byte[]> respond(byte[] content, MediaType type) {
    return HttpResponse.ok(content)
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
  }
}
