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
import java.util.function.Function;
import org.commonsregistry.rdf.BaseIri;

/** Citations for reference managers. */
@Hidden
@Controller("/datasets/{slug:[a-z0-9-]+}")
final class CitationFiles {
  private final ShownVersions versions;
  private final BaseIri base;

  CitationFiles(ShownVersions versions, BaseIri base) {
    this.versions = versions;
    this.base = base;
  }

  @Get("/citation.bib")
  @Produces(MediaType.ALL)
  HttpResponse<?> bibtex(HttpRequest<?> request, String slug) {
    return file(request, slug, citation -> citation.bibtex(slug), "application/x-bibtex", ".bib");
  }

  @Get("/citation.ris")
  @Produces(MediaType.ALL)
  HttpResponse<?> ris(HttpRequest<?> request, String slug) {
    return file(request, slug, Citation::ris, "application/x-research-info-systems", ".ris");
  }

  @Get("/citation.cff")
  @Produces(MediaType.ALL)
  HttpResponse<?> cff(HttpRequest<?> request, String slug) {
    return file(request, slug, Citation::cff, "application/yaml", ".cff");
  }

  private HttpResponse<?> file(
      HttpRequest<?> request,
      String slug,
      Function<Citation, String> form,
      String type,
      String suffix) {
    return versions.answer(
        request,
        slug,
        asked -> {
          var version = asked.version();
          var address = base.resolve("datasets/" + slug + "?asOf=" + version.sequence());
          var text = form.apply(Citation.of(version, Language.ENGLISH.tag(), address));
          return HttpResponse.ok(text.getBytes(StandardCharsets.UTF_8))
              .contentType(MediaType.of(type + ";charset=utf-8"))
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"" + slug + suffix + "\"");
        });
  }
}
