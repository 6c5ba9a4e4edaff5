package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.commonsregistry.catalog.export.Mementos.Asked;
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

  @Get("/datasets/{slug:[a-z0-9-]+}/api")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> api(HttpRequest<?> request, String slug) {
    return versions.answer(request, slug, asked -> show(request, asked));
  }

  private HttpResponse<?> show(HttpRequest<?> request, Asked.Version asked) {
    var page = ShownVersions.describe(pages.begin(request), asked);
    var titled = page.titled(page.title() + " · " + page.t("dataset.tab.api"));
    var slug = asked.version().id().slug();
    var address = page.absolute("datasets/" + slug);
    return pages.respond(
        request,
        TEMPLATES.datasetApi(
            titled,
            new View(
                frames.of(titled, asked.version(), asked.history().getLast(), Part.API),
                address,
                List.of(
                    form("Turtle", Representation.TURTLE, address),
                    form("JSON-LD", Representation.JSON_LD, address),
                    form("N-Triples", Representation.N_TRIPLES, address),
                    form("RDF/XML", Representation.RDF_XML, address),
                    form("N-Quads", Representation.N_QUADS, address),
                    form("TriG", Representation.TRIG, address),
                    new Form("Croissant", "application/ld+json", address + ".croissant.json"),
                    new Form("JSON", "application/json", page.absolute("api/v1/datasets/" + slug))),
                DatasetFrames.Snippets.of(address),
                address + "?asOf=" + asked.version().sequence())));
  }

  private static Form form(String name, Representation representation, String address) {
    return new Form(name, representation.mediaTypeName(), address + representation.suffix());
  }
}
