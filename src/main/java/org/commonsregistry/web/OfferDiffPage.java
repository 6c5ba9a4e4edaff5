package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.offer.Offer;
import org.commonsregistry.terms.offer.OfferDiff;
import org.commonsregistry.terms.offer.OfferReading;
import org.commonsregistry.terms.offer.Offers;
import templates.StaticTemplates;
import templates.Templates;

/** What changes for whom from one offer to another. */
@Hidden
@Controller
public final class OfferDiffPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final Offers offers;
  private final Clock clock;

  OfferDiffPage(Pages pages, Offers offers, Clock clock) {
    this.pages = pages;
    this.offers = offers;
    this.clock = clock;
  }

  /** What the template shows. */
  public record View(Linked a, Linked b, List<OfUse> uses, Optional<Terms> terms) {}

  /** What changes for one use. */
  public record OfUse(String use, List<Change> changes) {}

  /**
   * The same change for several kinds of actors.
   *
   * @param everybody whether it is the same for all kinds there are
   */
  public record Change(
      List<String> actors,
      boolean everybody,
      UseTable.Answered before,
      UseTable.Answered after,
      List<String> added,
      List<String> dropped) {}

  /** The sentences about how long each binds. */
  public record Terms(List<String> before, List<String> after) {}

  /** What is alike for the actors of a {@link Change}. */
  private record Alike(Answer before, Answer after, Set<Duty> added, Set<Duty> dropped) {}

  @Get("/offers/diff")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> diff(HttpRequest<?> request) {
    var a = given(request, "a");
    var b = given(request, "b");
    var one = a.map(id -> OfferPage.required(offers, id));
    var other = b.map(id -> OfferPage.required(offers, id));
    var begun = pages.begin(request);
    var page =
        begun
            .titled(begun.t("offers.diff.title"))
            .describedAs(begun.t("offers.diff.lead"))
            .in(Section.RULES)
            .notIndexed();
    var view = one.flatMap(before -> other.map(after -> view(page, before, after)));
    return pages.respond(
        request,
        TEMPLATES.offersDiff(
            page, OfferChooser.of(page, offers, a.orElse(""), b.orElse("")), view));
  }

  private static Optional<String> given(HttpRequest<?> request, String name) {
    return request.getParameters().getFirst(name).filter(id -> !id.isBlank());
  }

  private View view(Page page, Offer one, Offer other) {
    var words = TermWords.in(page.language().tag());
    var diff = OfferDiff.between(one, other, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return new View(
        link(page, one),
        link(page, other),
        Arrays.stream(Use.values())
            .map(
                use ->
                    new OfUse(
                        page.t("use." + use.token()),
                        changes(
                            page,
                            words,
                            diff.changes().stream().filter(c -> c.use() == use).toList())))
            .filter(use -> !use.changes().isEmpty())
            .toList(),
        diff.termChanged()
            ? Optional.of(
                new Terms(OfferReading.of(one, words).term(), OfferReading.of(other, words).term()))
            : Optional.empty());
  }

  private static Linked link(Page page, Offer offer) {
    return new Linked(OfferChooser.text(page, offer.titles()), "/offers/" + offer.id());
  }

  private static List<Change> changes(Page page, TermWords words, List<OfferDiff.Change> ofUse) {
    var alike = new LinkedHashMap<Alike, List<OfferDiff.Change>>();
    for (var change : ofUse) {
      alike
          .computeIfAbsent(
              new Alike(change.before(), change.after(), change.added(), change.dropped()),
              key -> new ArrayList<>())
          .add(change);
    }
    return alike.values().stream()
        .map(
            same -> {
              var first = same.getFirst();
              return new Change(
                  same.stream().map(change -> words.of(change.actor())).toList(),
                  same.size() == Actor.values().length,
                  UseTable.answered(page, first.use(), first.before()),
                  UseTable.answered(page, first.use(), first.after()),
                  first.added().stream().map(words::of).toList(),
                  first.dropped().stream().map(words::of).toList());
            })
        .toList();
  }
}
