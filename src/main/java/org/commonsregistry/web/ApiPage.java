package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import templates.StaticTemplates;
import templates.Templates;

/** What programs can ask the registry, in short; the full description is the OpenAPI file. */
@Hidden
@Controller("/api")
public final class ApiPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;

  ApiPage(Pages pages) {
    this.pages = pages;
  }

  /**
   * @param key names its description in the messages
   * @param example to follow, may be empty
   */
  public record Endpoint(String address, String key, String example) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> api(HttpRequest<?> request) {
    var begun = pages.begin(request);
    var page = begun.titled(begun.t("api.title")).describedAs(begun.t("api.lead")).in(Section.API);
    return pages.respond(
        request,
        TEMPLATES.api(
            page,
            List.of(
                new Endpoint("/datasets/{slug}", "dataset", "/datasets/wikidata.ttl"),
                new Endpoint("/api/v1/datasets", "datasets", "/api/v1/datasets"),
                new Endpoint("/api/v1/search?q=…", "search", "/api/v1/search?q=wiki"),
                new Endpoint("/api/v1/suggest?q=…", "suggest", "/api/v1/suggest?q=wik"),
                new Endpoint("/api/v1/categories", "categories", "/api/v1/categories"),
                new Endpoint("/api/v1/check", "check", ""),
                new Endpoint("/sparql", "sparql", "/sparql"),
                new Endpoint("/search.atom?q=…", "feed", "/search.atom?q=wiki"),
                new Endpoint("/ns", "ns", "/ns.ttl"),
                new Endpoint("/.well-known/void", "void", "/.well-known/void"),
                new Endpoint("/sitemap.xml", "sitemap", "/sitemap.xml"),
                new Endpoint("/health", "health", "/health"))));
  }
}
