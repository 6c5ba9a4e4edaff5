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
import org.commonsregistry.web.DatasetFrames.Part;
import templates.StaticTemplates;
import templates.Templates;

/** Everything the sources say about the terms of a dataset, side by side. */
@Hidden
@Controller
public final class DatasetTermsPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final ShownVersions versions;
  private final DatasetFrames frames;

  DatasetTermsPage(Pages pages, ShownVersions versions, DatasetFrames frames) {
    this.pages = pages;
    this.versions = versions;
    this.frames = frames;
  }

  /** What the template shows. */
  public record View(
      DatasetFrame frame,
      List<Statement> licences,
      boolean disagree,
      String summary,
      List<Statement> usages,
      List<Statement> disputes) {}

  @Get("/datasets/{slug:[a-z0-9-]+}/terms")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> terms(HttpRequest<?> request, String slug) {
    return versions.answer(request, slug, asked -> show(request, asked));
  }

  private HttpResponse<?> show(HttpRequest<?> request, Asked.Version asked) {
    var page = ShownVersions.describe(pages.begin(request), asked);
    var titled = page.titled(page.title() + " · " + page.t("dataset.tab.terms"));
    var statements = new Statements(titled, asked.version().dataset());
    return pages.respond(
        request,
        TEMPLATES.datasetTerms(
            titled,
            new View(
                frames.of(titled, asked.version(), asked.history().getLast(), Part.TERMS),
                statements.licences(),
                statements.licencesDisagree(),
                statements.licenceSummary(),
                statements.usages(),
                statements.disputes())));
  }
}
