package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.export.Mementos.Asked;
import org.commonsregistry.web.DatasetFrames.Part;
import templates.StaticTemplates;
import templates.Templates;

/** How a dataset came to be, what it was made from, and whose statements the record is made of. */
@Hidden
@Controller
public final class DatasetProvenancePage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final ShownVersions versions;
  private final DatasetFrames frames;
  private final Datasets datasets;

  DatasetProvenancePage(
      Pages pages, ShownVersions versions, DatasetFrames frames, Datasets datasets) {
    this.pages = pages;
    this.versions = versions;
    this.frames = frames;
    this.datasets = datasets;
  }

  /** What the template shows. */
  public record View(
      DatasetFrame frame,
      List<Statement> remarks,
      List<Linked> parents,
      List<Worded> titles,
      List<Worded> descriptions,
      List<Said> sources) {}

  @Get("/datasets/{slug:[a-z0-9-]+}/provenance")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> provenance(HttpRequest<?> request, String slug) {
    return versions.answer(request, slug, asked -> show(request, asked));
  }

  private HttpResponse<?> show(HttpRequest<?> request, Asked.Version asked) {
    var page = ShownVersions.describe(pages.begin(request), asked);
    var titled = page.titled(page.title() + " · " + page.t("dataset.tab.provenance"));
    var dataset = asked.version().dataset();
    var statements = new Statements(titled, dataset);
    return pages.respond(
        request,
        TEMPLATES.datasetProvenance(
            titled,
            new View(
                frames.of(titled, asked.version(), asked.history().getLast(), Part.PROVENANCE),
                statements.provenance(),
                dataset.derivedFrom().stream().map(parent -> parent(titled, parent)).toList(),
                statements.titles(),
                statements.descriptions(),
                sources(titled, dataset))));
  }

  private Linked parent(Page page, Dataset.Parent parent) {
    return parent
        .dataset()
        .flatMap(datasets::current)
        .map(v -> new Linked(v.dataset().title(page.language().tag()), "/datasets/" + v.id()))
        .orElseGet(() -> Linked.address(parent.name()));
  }

  private static List<Said> sources(Page page, Dataset dataset) {
    return dataset.sources().values().stream()
        .map(source -> Said.of(page, source))
        .distinct()
        .toList();
  }
}
