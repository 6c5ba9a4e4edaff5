package org.commonsregistry.web;

import java.util.List;
import java.util.Map;
import org.commonsregistry.catalog.Texts;
import org.commonsregistry.terms.offer.Offer;
import org.commonsregistry.terms.offer.Offers;

/** A form to choose two offers that are to be compared. */
public record OfferChooser(List<Choice> first, List<Choice> second) {
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * @param a id of the first; empty for the first there is
   * @param b id of the second; empty for another one than the first
   */
  static OfferChooser of(Page page, Offers offers, String a, String b) {
    var ids = offers.all().stream().map(Offer::id).toList();
    var first = a.isEmpty() ? ids.getFirst() : a;
    var other = ids.stream().filter(id -> !id.equals(first)).findFirst().orElse(first);
    return new OfferChooser(
        choices(page, offers, first), choices(page, offers, b.isEmpty() ? other : b));
  }

  private static List<Choice> choices(Page page, Offers offers, String chosen) {
    return offers.all().stream()
        .map(offer -> new Choice(offer.id(), text(page, offer.titles()), offer.id().equals(chosen)))
        .toList();
  }

  /** In the reader's language, or another one. */
  static String text(Page page, Map<String, String> texts) {
    return Texts.pick(texts, page.language().tag()).orElse("");
  }
}
