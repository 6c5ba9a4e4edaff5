package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.offer.Offer;
import org.commonsregistry.terms.offer.OfferDocument;
import org.commonsregistry.terms.offer.OfferExport;
import org.commonsregistry.terms.offer.OfferReading;
import org.commonsregistry.terms.offer.Offers;
import templates.StaticTemplates;
import templates.Templates;

/** One offer in plain words, as a table, and in the forms that machines read. */
@Hidden
@Controller
public final class OfferPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final Offers offers;
  private final OfferMatrices matrices;

  OfferPage(Pages pages, Offers offers, OfferMatrices matrices) {
    this.pages = pages;
    this.offers = offers;
    this.matrices = matrices;
  }

  /** What the template shows. */
  public record View(
      String id,
      String title,
      String version,
      String summary,
      OfferReading reading,
      List<String> notCovered,
      UseTable table,
      List<OfferExport> exports,
      List<Linked> forms,
      OfferChooser chooser) {}

  @Get("/offers/{id:[a-z0-9-]+}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return Offered.PAGE_AND_GRAPH.answer(
        request, () -> page(request, id), form -> graph(request, id, form));
  }

  @Get("/offers/{id:[a-z0-9-]+}.{form:ttl|jsonld|nt|rdf}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> document(HttpRequest<?> request, String id, String form) {
    return graph(request, id, Representation.fromPath("x." + form).representation().orElseThrow());
  }

  private HttpResponse<?> graph(HttpRequest<?> request, String id, Representation form) {
    return EntityTags.answer(
        request, OfferDocument.of(required(offers, id), form), form.mediaType().toString());
  }

  static Offer required(Offers offers, String id) {
    return offers
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound("There is no offer '" + id + "'.")
                    .expected(String.join(", ", offers.all().stream().map(Offer::id).toList()))
                    .remedy("All offers are at /offers."));
  }

  private HttpResponse<?> page(HttpRequest<?> request, String id) {
    var offer = required(offers, id);
    var begun = pages.begin(request);
    var title = OfferChooser.text(begun, offer.titles());
    var page =
        Offered.PAGE_AND_GRAPH.linked(
            begun
                .titled(title)
                .describedAs(OfferChooser.text(begun, offer.summaries()))
                .in(Section.RULES),
            "/offers/" + id);
    return pages.respond(request, TEMPLATES.offersOffer(page, view(page, offer, title)));
  }

  private View view(Page page, Offer offer, String title) {
    var language = page.language().tag();
    var words = TermWords.in(language);
    var address = "/offers/" + offer.id();
    return new View(
        offer.id(),
        title,
        offer.version(),
        OfferChooser.text(page, offer.summaries()),
        OfferReading.of(offer, words),
        offer.notCovered().getOrDefault(language, List.of()),
        UseTable.of(page, matrices.of(offer)),
        OfferExport.of(offer, matrices.today(), words),
        LinkedForms.of(address, "", "/api/v1" + address),
        OfferChooser.of(page, offers, offer.id(), ""));
  }
}
