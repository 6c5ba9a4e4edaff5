package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.VersionDiff;
import org.commonsregistry.catalog.export.Mementos;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.web.DatasetFrames.Part;
import templates.StaticTemplates;
import templates.Templates;

/** Every version of a dataset's record, and what changed between two of them. */
@Hidden
@Controller
public final class DatasetVersionsPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final Mementos mementos;
  private final DatasetFrames frames;
  private final BaseIri base;

  DatasetVersionsPage(Pages pages, Mementos mementos, DatasetFrames frames, BaseIri base) {
    this.pages = pages;
    this.mementos = mementos;
    this.frames = frames;
    this.base = base;
  }

  /** What the template shows. */
  public record View(
      DatasetFrame frame, List<Row> versions, int from, int to, List<Change> changes) {}

  /** One version, newest first. */
  public record Row(
      int number,
      String when,
      long sequence,
      String actor,
      boolean withdrawn,
      boolean current,
      String href) {}

  /** Statements of one source, in short form. */
  public record Change(Said said, List<String> added, List<String> removed) {}

  @Get("/datasets/{slug:[a-z0-9-]+}/versions")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> versions(HttpRequest<?> request, String slug) {
    var history = mementos.history(ShownVersions.id(slug));
    var current = history.getLast();
    var page = ShownVersions.describe(pages.begin(request), current, false);
    var titled = page.titled(page.title() + " · " + page.t("dataset.tab.versions"));
    var to = number(request, "to", history.size(), history.size());
    var from = number(request, "from", Math.max(1, to - 1), history.size());
    return pages.respond(
        request,
        TEMPLATES.datasetVersions(
            titled,
            new View(
                frames.of(titled, current, current, Part.VERSIONS),
                history.reversed().stream().map(v -> row(titled, v, current)).toList(),
                from,
                to,
                from == to
                    ? List.of()
                    : VersionDiff.between(history.get(from - 1), history.get(to - 1), base)
                        .changes()
                        .stream()
                        .map(change -> change(titled, change))
                        .toList())));
  }

  private static int number(HttpRequest<?> request, String parameter, int otherwise, int most) {
    return request
        .getParameters()
        .getFirst(parameter)
        .filter(text -> text.matches("[1-9]\\d{0,5}"))
        .map(Integer::parseInt)
        .filter(number -> number <= most)
        .orElse(otherwise);
  }

  private static Row row(Page page, DatasetVersion version, DatasetVersion current) {
    var standing = version.sequence() == current.sequence();
    return new Row(
        version.number(),
        page.formats().moment(version.recordedAt()),
        version.sequence(),
        version.actor(),
        version.withdrawn(),
        standing,
        "/datasets/" + version.id().slug() + (standing ? "" : "?asOf=" + version.sequence()));
  }

  private static Change change(Page page, VersionDiff.Change change) {
    return new Change(
        Said.of(page, change.source()),
        change.added().stream().map(StatementLines::of).toList(),
        change.removed().stream().map(StatementLines::of).toList());
  }
}
