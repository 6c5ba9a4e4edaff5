package org.commonsregistry.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers, amounts, dates and names of languages and places, as one language writes them. */
public final class Formats {
  private static final long KILO = 1_000;
  private static final String[] BYTE_UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

  private final Messages messages;
  private final Locale locale;

  Formats(Messages messages) {
    this.messages = messages;
    this.locale = messages.language().locale();
  }

  /** With groups of thousands; at most two decimals. */
  public String number(double value) {
    var format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }

  /**
   * A share of 0 to 1 as 62 %; with one decimal where little would look like nothing, or like all.
   */
  public String percent(double share) {
    var format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(
        (share > 0 && share < 0.1) || (share > 0.99 && share < 1) ? 1 : 0);
    return format.format(share);
  }

  /** 130 GB; decimal units, as storage is sold and downloads are shown. */
  public String bytes(long count) {
    var unit = 0;
    double amount = count;
    while (amount >= KILO && unit < BYTE_UNITS.length - 1) {
      amount /= KILO;
      unit++;
    }
    var format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(amount < 10 && unit > 0 ? 1 : 0);
    return format.format(amount)
        + "\u00A0"
        + (unit == 0 ? messages.text("unit.bytes") : BYTE_UNITS[unit]);
  }

  public String date(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(instant.atZone(ZoneOffset.UTC));
  }

  /** With the time of day in UTC. */
  public String moment(Instant instant) {
    return date(instant)
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(ZoneOffset.UTC))
        + " UTC";
  }

  /** A day, month or year as a source wrote it; left as it is when it is none of these. */
  public String date(String written) {
    try {
      return switch (written.length()) {
        case 4 -> Year.parse(written).toString();
        case 7 -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.parse(written));
        case 10 -> longDate(LocalDate.parse(written));
        default ->
            written.length() > 10 && written.charAt(10) == 'T'
                ? longDate(LocalDate.parse(written.substring(0, 10)))
                : written;
      };
    } catch (DateTimeParseException e) {
      return written;
    }
  }

  /** The name of a BCP 47 language; left as it is when unknown. */
  public String language(String tag) {
    if (tag.equals("mul") || tag.equals("und") || tag.equals("zxx")) {
      return messages.text("language." + tag);
    }
    var name = Locale.forLanguageTag(tag).getDisplayName(locale);
    return name.isEmpty() ? tag : name;
  }

  /** The name of an ISO 3166-1 country; left as it is when unknown. */
  public String place(String code) {
    if (!code.matches("[A-Z]{2}")) {
      return code;
    }
    var name = Locale.of("", code).getDisplayCountry(locale);
    return name.isEmpty() ? code : messages.find("place." + code).orElse(name);
  }

  private String longDate(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
  }
}
