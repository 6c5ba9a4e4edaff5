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

/** Citations for reference managers. */
@Hidden
@Controller("/datasets/{slug}")
final class CitationFiles {
  private final ShownVersions versions;
  private final BaseIri base;

  CitationFiles(ShownVersions versions, BaseIri base) {
    this.versions = versions;
    this.base = base;
  }

  @Get("/citation.bib")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> bibtex(HttpRequest<?> request, String slug) {
    return file(citation(request, slug).bibtex(slug), "application/x-bibtex", slug + ".bib");
  }

  @Get("/citation.ris")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> ris(HttpRequest<?> request, String slug) {
    return file(
        citation(request, slug).ris(), "application/x-research-info-systems", slug + ".ris");
  }

  @Get("/citation.cff")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> cff(HttpRequest<?> request, String slug) {
    return file(citation(request, slug).cff(), "application/yaml", slug + ".cff");
  }

  private Citation citation(HttpRequest<?> request, String slug) {
    var version = versions.of(request, slug).version();
    var address = base.resolve("datasets/" + slug + "?asOf=" + version.sequence());
    return Citation.of(version, Language.ENGLISH.tag(), address);
  }

  private static HttpResponse<byte[]> file(String text, String type, String name) {
    return HttpResponse.ok(text.getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.of(type + ";charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
