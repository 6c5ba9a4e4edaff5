package org.commonsregistry.classification;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Place;

/** Where and when a question is about, as requests write it. */
public final class AskedPlace {
  private AskedPlace() {}

  /** Empty, or {@code headline}, stands for the places of the headline. */
  public static Optional<Place> place(@Nullable String text) {
    if (text == null || text.isBlank() || text.strip().equals(VerdictDocument.HEADLINE)) {
      return Optional.empty();
    }
    return Optional.of(
        Place.of(text)
            .filter(place -> place.anywhere() || place.assigned())
            .orElseThrow(
                () ->
                    ProblemException.badRequest("The place is no country.")
                        .expected("a country code such as DE or US (ISO 3166-1), or *")
                        .received(text.length() > 40 ? text.substring(0, 40) + "…" : text)
                        .remedy(
                            "Write the two letters of the country; leave place out for the"
                                + " headline.")));
  }

  /** Today when nothing is asked. */
  public static LocalDate date(@Nullable String text, LocalDate today) {
    if (text == null || text.isBlank()) {
      return today;
    }
    try {
      var date = LocalDate.parse(text.strip());
      if (date.getYear() >= 1700 && date.getYear() <= 2300) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static ProblemException refused(String text) {
    return ProblemException.badRequest("The date cannot be read.")
        .expected("a date such as 2026-11-25, from 1700 to 2300")
        .received(text.length() > 40 ? text.substring(0, 40) + "…" : text)
        .remedy("Leave date out for today.");
  }
}
