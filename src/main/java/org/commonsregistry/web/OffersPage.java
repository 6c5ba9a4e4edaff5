package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.commonsregistry.terms.offer.Offers;
import templates.StaticTemplates;
import templates.Templates;

/** All offers side by side, from the most open to the most particular. */
@Hidden
@Controller
public final class OffersPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final Offers offers;
  private final OfferMatrices matrices;

  OffersPage(Pages pages, Offers offers, OfferMatrices matrices) {
    this.pages = pages;
    this.offers = offers;
    this.matrices = matrices;
  }

  /**
   * An offer in the list.
   *
   * @param anyone what anyone may do, one per use
   */
  public record Row(String href, String title, String summary, List<UseTable.Answered> anyone) {}

  @Get("/offers")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> all(HttpRequest<?> request) {
    var begun = pages.begin(request);
    var page =
        begun
            .titled(begun.t("offers.title"))
            .describedAs(begun.t("offers.lead"))
            .in(Section.RULES)
            .linking("alternate", "application/json", "/api/v1/offers", "");
    var rows =
        offers.all().stream()
            .map(
                offer ->
                    new Row(
                        "/offers/" + offer.id(),
                        OfferChooser.text(page, offer.titles()),
                        OfferChooser.text(page, offer.summaries()),
                        UseTable.anyone(page, matrices.of(offer))))
            .toList();
    return pages.respond(
        request, TEMPLATES.offersOffers(page, rows, OfferChooser.of(page, offers, "", "")));
  }
}
