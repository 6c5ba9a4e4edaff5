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
import java.util.stream.Stream;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.export.Mementos.Asked;
import org.commonsregistry.category.Categories;
import org.commonsregistry.classification.Explanation;
import org.commonsregistry.classification.Explanation.Contest;
import org.commonsregistry.classification.Verdict;
import org.commonsregistry.web.DatasetFrames.Part;
import templates.StaticTemplates;
import templates.Templates;

/**
 * What may be done with a dataset and why: the verdict for a place and a day, the answer for every
 * use, the rules and facts behind it, and everything the sources say about its terms.
 */
@Hidden
@Controller
public final class DatasetTermsPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final ShownVersions versions;
  private final ShownVerdicts verdicts;
  private final DatasetFrames frames;
  private final Categories categories;
  private final Datasets datasets;

  DatasetTermsPage(
      Pages pages,
      ShownVersions versions,
      ShownVerdicts verdicts,
      DatasetFrames frames,
      Categories categories,
      Datasets datasets) {
    this.pages = pages;
    this.versions = versions;
    this.verdicts = verdicts;
    this.frames = frames;
    this.categories = categories;
    this.datasets = datasets;
  }

  /**
   * What the template shows.
   *
   * @param ruled what the rules say; empty for what was withdrawn
   * @param older whether an old version is shown
   * @param disagree whether licence statements name different licences
   */
  public record View(
      DatasetFrame frame,
      Optional<Ruled> ruled,
      boolean older,
      List<Statement> licences,
      boolean disagree,
      String summary,
      List<Statement> usages) {}

  /**
   * @param chain the steps to one answer, when they are asked for
   * @param contest competing positions, when there are any
   */
  public record Ruled(
      TermsAnswer answer,
      TermsMatrix matrix,
      Optional<TermsChain> chain,
      List<TermsReasons> reasons,
      List<OpenQuestions> open,
      List<Signal> signals,
      Optional<Contested> contest) {

    /** Whether a zone cannot be told for want of a fact. */
    public boolean waits() {
      return open.stream().anyMatch(OpenQuestions::waits);
    }
  }

  /**
   * A wish in a form that machines read.
   *
   * @param raw as it was found
   * @param says what was understood and what was not, in sentences
   */
  public record Signal(String raw, List<String> says, Said said) {}

  /**
   * @param stated the licences that sources state
   * @param against what is held against it, each with its source
   * @param decision of the community of record, as a zone's token; empty while there is none
   * @param decidedBy may be empty
   */
  public record Contested(
      List<Statement> stated, List<Statement> against, String decision, String decidedBy) {}

  @Get("/datasets/{slug:[a-z0-9-]+}/terms")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> terms(HttpRequest<?> request, String slug) {
    return versions.answer(request, slug, asked -> show(request, asked));
  }

  private HttpResponse<?> show(HttpRequest<?> request, Asked.Version shown) {
    var page = ShownVersions.describe(pages.begin(request), shown);
    var version = shown.version();
    var current = shown.history().getLast();
    var asked =
        TermsAsked.read(
            request,
            version.id().slug(),
            shown.superseded() ? Optional.of(version.sequence()) : Optional.empty(),
            verdicts.today());
    var named = page.titled(page.title() + " · " + page.t("dataset.tab.terms"));
    var titled = asked.usual() ? named : named.notIndexed();
    var headline = verdicts.headline(titled, version, current);
    var verdict =
        asked.headline()
            ? headline
            : verdicts.of(titled, version, current, asked.place(), asked.date());
    var statements = new Statements(titled, version.dataset());
    return pages.respond(
        request,
        TEMPLATES.datasetTerms(
            titled,
            new View(
                frames.of(titled, version, current, Part.TERMS, headline),
                verdict.map(found -> ruled(titled, asked, found)),
                shown.superseded(),
                statements.licences(),
                statements.licencesDisagree(),
                statements.licenceSummary(),
                statements.usages())));
  }

  private Ruled ruled(Page page, TermsAsked asked, ShownVerdict shown) {
    return new Ruled(
        TermsAnswer.of(page, asked, shown, parent -> parent(page, parent)),
        TermsMatrix.of(page, asked, shown),
        asked.use().map(use -> TermsChain.of(page, asked, shown, use)),
        TermsReasons.of(page, shown, categories),
        OpenQuestions.of(page, shown),
        shown.explanation().signals().stream().map(found -> signal(page, found)).toList(),
        Optional.ofNullable(shown.explanation().contest())
            .map(contest -> contested(page, shown, contest)));
  }

  private static Signal signal(Page page, Explanation.Signal found) {
    return new Signal(
        found.raw(),
        Stream.concat(found.says().stream(), found.notes().stream()).toList(),
        new Said(found.by(), Linked.address(found.where()), page.formats().date(found.when())));
  }

  private static Contested contested(Page page, ShownVerdict shown, Contest contest) {
    var statements = new Statements(page, shown.version().dataset());
    return new Contested(
        statements.licences(),
        statements.disputes(),
        Optional.ofNullable(contest.decision()).orElse(""),
        Optional.ofNullable(contest.decidedBy()).orElse(""));
  }

  private Linked parent(Page page, Verdict.Parent parent) {
    return parent
        .dataset()
        .flatMap(datasets::current)
        .map(DatasetVersion::dataset)
        .map(d -> new Linked(d.title(page.language().tag()), "/datasets/" + d.id() + "/terms"))
        .orElseGet(() -> Linked.address(parent.name()));
  }
}
