package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.commonsregistry.http.Representation;
import org.commonsregistry.web.DatasetFrames.Part;
import templates.StaticTemplates;
import templates.Templates;

/** The addresses under which programs get a dataset's record. */
@Hidden
@Controller
public final class DatasetApiPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final ShownVersions versions;
  private final DatasetFrames frames;

  DatasetApiPage(Pages pages, ShownVersions versions, DatasetFrames frames) {
    this.pages = pages;
    this.versions = versions;
    this.frames = frames;
  }

  /** What the template shows. */
  public record View(
      DatasetFrame frame,
      String identifier,
      List<Form> forms,
      List<DatasetFrame.Snippet> snippets,
      String asOfExample) {}

  public record Form(String name, String mediaType, String address) {}

  @Get("/datasets/{slug}/api")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> api(HttpRequest<?> request, String slug) {
    var shown = versions.of(request, slug);
    var page = ShownVersions.describe(pages.begin(request), shown);
    var titled = page.titled(page.title() + " · " + page.t("dataset.tab.api"));
    var address = page.absolute("datasets/" + slug);
    return pages.respond(
        request,
        TEMPLATES.datasetApi(
            titled,
            new View(
                frames.of(titled, shown.version(), shown.current(), Part.API),
                address,
                List.of(
                    form("Turtle", Representation.TURTLE, address),
                    form("JSON-LD", Representation.JSON_LD, address),
                    form("N-Triples", Representation.N_TRIPLES, address),
                    form("N-Quads", Representation.N_QUADS, address),
                    new Form("JSON", "application/json", page.absolute("api/v1/datasets/" + slug))),
                DatasetFrames.Snippets.of(address),
                address + "?asOf=" + shown.version().sequence())));
  }

  private static Form form(String name, Representation representation, String address) {
    return new Form(name, representation.mediaTypeName(), address + representation.suffix());
  }
}
