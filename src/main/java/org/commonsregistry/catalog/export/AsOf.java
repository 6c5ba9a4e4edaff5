package org.commonsregistry.catalog.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Ledger;

/** A moment in the registry's past, as requests write it, as a ledger number. */
public final class AsOf {
  private static final String EXPECTED =
      "a ledger number (42), a date (2026-11-23: the end of that day in UTC) or a time"
          + " (2026-11-23T12:00:00Z)";

  private AsOf() {}

  /**
   * @param text digits only is a ledger number, never a year
   */
  public static long sequence(String text, Ledger ledger) {
    if (text.matches("\\d{1,18}")) {
      var number = Long.parseLong(text);
      var head = ledger.head();
      if (number > head) {
        throw ProblemException.notFound("The ledger has not reached number " + number + ".")
            .expected("a number up to " + head)
            .received(text)
            .remedy("Leave out asOf to see what stands now.");
      }
      return number;
    }
    try {
      return ledger.sequenceAt(instant(text));
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest("asOf is no ledger number, date or time.")
          .expected(EXPECTED)
          .received(text)
          .remedy("Write it as one of those.");
    }
  }

  /**
   * @param header value of Accept-Datetime (RFC 7089, 2.1.1)
   */
  static long accepted(String header, Ledger ledger) {
    try {
      var time = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      // Such a time has whole seconds, and a version recorded within one still bears it.
      return ledger.sequenceAt(time.toInstant().plusSeconds(1).minusNanos(1_000));
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest("Accept-Datetime cannot be read.")
          .expected("a time such as Mon, 23 Nov 2026 12:00:00 GMT")
          .received(header)
          .remedy("Write it that way, or use ?asOf=2026-11-23T12:00:00Z.");
    }
  }

  private static Instant instant(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text)
          .plusDays(1)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant()
          .minusNanos(1_000);
    }
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
