package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commonsregistry.holdings.Counts;

/** What the registry itself holds of something, in words. */
final class HeldTexts {
  private static final String UNKNOWN = "und";
  private static final int LANGUAGES = 6;

  private HeldTexts() {}

  /** One sentence; empty when nothing is held. */
  static String line(Page page, Counts counts) {
    return counts.documents() == 0
        ? ""
        : page.t(
            "held.line",
            page.t("held.texts", counts.documents()),
            page.t("held.words", counts.words()),
            page.t("held.languages", languages(counts)));
  }

  private static long languages(Counts counts) {
    return counts.languages().keySet().stream().filter(tag -> !tag.equals(UNKNOWN)).count();
  }

  /**
   * The amount, and the languages with most texts; empty when nothing is held.
   *
   * @param href where the amount leads
   */
  static List<Linked> values(Page page, Counts counts, String href) {
    if (counts.documents() == 0) {
      return List.of();
    }
    var values = new ArrayList<Linked>();
    values.add(
        new Linked(
            String.join(
                ", ",
                page.t("held.texts", counts.documents()),
                page.t("held.words", counts.words()),
                page.formats().bytes(counts.bytes())),
            href));
    var most = Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder());
    counts.languages().entrySet().stream()
        .sorted(most.thenComparing(Map.Entry.comparingByKey()))
        .limit(LANGUAGES)
        .map(entry -> language(page, entry.getKey(), entry.getValue()))
        .forEach(values::add);
    var others = counts.languages().size() - LANGUAGES;
    if (others > 0) {
      values.add(Linked.plain(page.t("held.others", others)));
    }
    return values;
  }

  private static Linked language(Page page, String tag, long documents) {
    return Linked.plain(
        page.t("held.language", page.formats().language(tag), page.formats().number(documents)));
  }
}
