package org.commonsregistry.terms.offer;

import java.time.LocalDate;
import java.util.List;
import org.commonsregistry.terms.TermWords;

/**
 * An offer in another standard's form.
 *
 * @param form {@code content-usage}, {@code rsl} or {@code tdmrep}
 * @param text empty where nothing can be said
 * @param lost sentences about what the form cannot say
 */
public record OfferExport(String form, String text, List<String> lost) {
  /** All forms there are, with the losses in the words of one language. */
  public static List<OfferExport> of(Offer offer, LocalDate date, TermWords words) {
    return List.of(
        new UsageLine(offer, date, words).export(),
        new RslFragment(offer, date, words).export(),
        new TdmPolicyText(offer, date, words).export());
  }
}
