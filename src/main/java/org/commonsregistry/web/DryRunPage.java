package org.commonsregistry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.classification.DryRunReport;
import org.commonsregistry.classification.DryRuns;
import org.commonsregistry.http.ProblemException;
import templates.StaticTemplates;
import templates.Templates;

/** What changed rules would move, while it is worked out and then as a report. */
@Hidden
@Controller("/rules/dry-runs")
public final class DryRunPage {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int SECONDS = 5;

  private final Pages pages;
  private final DryRuns dryRuns;
  private final Categories categories;

  DryRunPage(Pages pages, DryRuns dryRuns, Categories categories) {
    this.pages = pages;
    this.dryRuns = dryRuns;
    this.categories = categories;
  }

  /**
   * A dry run in the list.
   *
   * @param state {@code running}, {@code done} or {@code failed}
   * @param summary in words
   */
  public record Row(String id, String state, String summary, String versions) {}

  /**
   * A dry run that has no report yet.
   *
   * @param total 0 as long as it waits for its turn
   * @param percent how far it is
   * @param watched whether the page comes anew by itself
   * @param failure empty unless it failed
   */
  public record Unfinished(
      String id,
      long done,
      long total,
      long percent,
      boolean watched,
      int seconds,
      Optional<String> failure) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> all(HttpRequest<?> request) {
    var begun = pages.begin(request);
    var page =
        begun
            .titled(begun.t("dryrun.title"))
            .describedAs(begun.t("dryrun.lead"))
            .in(Section.RULES)
            .notIndexed();
    return pages.respond(
        request,
        TEMPLATES.rulesDryruns(
            page, dryRuns.all().stream().map(state -> row(page, state)).toList()));
  }

  private static Row row(Page page, DryRuns.State state) {
    return new Row(
        state.id(),
        state.state(),
        reported(state)
            .map(report -> page.t("dryrun.moved", report.moved(), report.total()))
            .orElseGet(() -> page.t("dryrun.state." + state.state())),
        reported(state)
            .map(
                report ->
                    page.t("dryrun.versions", report.before().version(), report.after().version()))
            .orElse(""));
  }

  @Get("/{id:[0-9a-f]+-[0-9]+}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    var state =
        dryRuns
            .find(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound("There is no dry run of that name.")
                        .remedy(
                            "Only the last ones are kept. Begin it again: the same change over the"
                                + " same catalogue gives the same report."));
    var begun = pages.begin(request);
    var page =
        begun
            .titled(begun.t("dryrun.title.one"))
            .describedAs(begun.t("dryrun.lead"))
            .in(Section.RULES)
            .notIndexed()
            .linking("alternate", "application/json", "/api/v1/rules/dry-runs/" + id, "");
    return reported(state)
        .<HttpResponse<?>>map(
            report -> {
              var by = request.getParameters().getFirst("by").orElse("steward");
              return pages.respond(
                  request,
                  TEMPLATES.rulesDryrun(page, DryRunView.of(page, categories, id, report, by)));
            })
        .orElseGet(() -> unfinished(request, page, state));
  }

  private HttpResponse<?> unfinished(HttpRequest<?> request, Page page, DryRuns.State state) {
    var failure = Optional.ofNullable(state.failure());
    var watched =
        failure.isEmpty()
            && request.getParameters().getFirst("watch").filter("no"::equals).isEmpty();
    var percent = state.total() == 0 ? 0 : Math.min(100, state.done() * 100 / state.total());
    var response =
        pages.respond(
            request,
            TEMPLATES.rulesDryrununfinished(
                page,
                new Unfinished(
                    state.id(),
                    Math.min(state.done(), state.total()),
                    state.total(),
                    percent,
                    watched,
                    SECONDS,
                    failure)));
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
    return watched ? response.header("Refresh", Integer.toString(SECONDS)) : response;
  }

  private static Optional<DryRunReport> reported(DryRuns.State state) {
    return Optional.ofNullable(state.report());
  }
}
