package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetVersion;
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
  private final ShownVersions versions;
  private final DatasetFrames frames;
  private final BaseIri base;

  DatasetVersionsPage(Pages pages, ShownVersions versions, DatasetFrames frames, BaseIri base) {
    this.pages = pages;
    this.versions = versions;
    this.frames = frames;
    this.base = base;
  }

  /** What the template shows. */
  public record View(
      DatasetFrame frame, List<Row> versions, int from, int to, Optional<Change> change) {}

  /** One version, newest first. */
  public record Row(
      int number,
      String when,
      long sequence,
      String actor,
      boolean withdrawn,
      boolean current,
      String href) {}

  /** Statements, in short form. */
  public record Change(List<String> added, List<String> removed) {}

  @Get("/datasets/{slug}/versions")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> versions(HttpRequest<?> request, String slug) {
    var shown = versions.of(request, slug);
    var page = ShownVersions.describe(pages.begin(request), shown);
    var titled = page.titled(page.title() + " · " + page.t("dataset.tab.versions")).notIndexed();
    var history = shown.history();
    var to = number(request, "to", history.size(), history.size());
    var from = number(request, "from", Math.max(1, to - 1), history.size());
    return pages.respond(
        request,
        TEMPLATES.datasetVersions(
            titled,
            new View(
                frames.of(titled, shown.version(), shown.current(), Part.VERSIONS),
                history.reversed().stream().map(v -> row(titled, v, shown.current())).toList(),
                from,
                to,
                from == to
                    ? Optional.empty()
                    : Optional.of(change(history.get(from - 1), history.get(to - 1))))));
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

  private Change change(DatasetVersion from, DatasetVersion to) {
    var lines = new StatementLines(base);
    var before = lines.of(from.payload());
    var after = lines.of(to.payload());
    return new Change(
        after.stream().filter(line -> !before.contains(line)).toList(),
        before.stream().filter(line -> !after.contains(line)).toList());
  }
}
