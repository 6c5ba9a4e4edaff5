package org.commonsregistry.terms;

import java.time.LocalDate;

/**
 * What can be agreed, or has been.
 *
 * @param offer id of the offer or of the agreement
 * @param held whether whoever asks has agreed to it
 * @param matrix what it lets them do; unknown where it is silent
 * @param from first day
 * @param until last day
 */
public record OfferTerm(
    Source source, String offer, boolean held, UseMatrix matrix, LocalDate from, LocalDate until)
    implements TermStatement {
  boolean runsOn(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }

  @Override
  public String words() {
    return offer;
  }
}
