package org.commonsregistry.web;

import org.commonsregistry.catalog.Dataset.Period;

/** The time a dataset covers, in words. */
final class Periods {
  private Periods() {}

  static String text(Page page, Period period) {
    var from = page.formats().date(period.from());
    var to = page.formats().date(period.to());
    if (to.isEmpty()) {
      return from.isEmpty() ? "" : page.t("period.since", from);
    }
    if (from.isEmpty()) {
      return page.t("period.until", to);
    }
    return from.equals(to) ? from : from + "–" + to;
  }
}
