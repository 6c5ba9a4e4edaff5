package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.redundancy.HeldHere;
import org.commonsregistry.redundancy.OverlapReport;

/** Lays out what the check found, in the reader's words. */
final class CheckReports {
  private static final String UNSURE = "not-enough-evidence";
  private static final String TRAINING = "train";
  private static final double WORTH_SAYING = 0.005;

  private final Page page;
  private final Categories categories;

  CheckReports(Page page, Categories categories) {
    this.page = page;
    this.categories = categories;
  }

  /**
   * @param sketch whether only a sketch came, not the text
   */
  CheckReport of(OverlapReport found, boolean sketch) {
    return new CheckReport(
        found.band(),
        found.lead(),
        remarks(found),
        segments(found),
        found.sources().stream().map(this::source).toList(),
        found.candidates().stream().map(CheckReports::candidate).toList(),
        Optional.ofNullable(found.passages()).orElse(List.of()).stream()
            .limit(2)
            .map(passage -> new CheckReport.Shared(passage.words(), passage.excerpt()))
            .toList(),
        heldTitle(found.commons()),
        held(found.commons()),
        growth(found.commons()),
        found.unchecked(),
        sketch
            ? page.t(
                "check.kept.sketch",
                found.sent().hashes(),
                page.formats().bytes(found.sent().bytes()))
            : page.t("check.kept.text"));
  }

  private List<String> remarks(OverlapReport found) {
    var remarks = new ArrayList<String>();
    var planned = found.overlap().planned();
    var low = planned.low();
    var high = planned.high();
    if (low != null && high != null) {
      remarks.add(page.t("check.planned", percent(low), percent(high)));
    } else if (figure(found)) {
      remarks.add(page.t("check.planned.few"));
    }
    if (found.boilerplate().share() >= WORTH_SAYING) {
      remarks.add(page.t("check.boilerplate", percent(found.boilerplate().share())));
    }
    return remarks;
  }

  private static boolean figure(OverlapReport found) {
    return !found.band().equals(UNSURE);
  }

  private List<CheckReport.Segment> segments(OverlapReport found) {
    if (!figure(found)) {
      return List.of();
    }
    double low = 100 * found.overlap().low();
    double high = 100 * found.overlap().high();
    double similar = Math.min(100 - high, 100 * found.similar().share());
    var segments = new ArrayList<CheckReport.Segment>();
    segment(segments, "already", 0, low);
    segment(segments, "unsure", low, high);
    segment(segments, "similar", high, high + similar);
    segment(segments, "new", high + similar, 100);
    return segments;
  }

  private void segment(List<CheckReport.Segment> to, String kind, double start, double end) {
    if (end - start >= 0.05) {
      to.add(new CheckReport.Segment(kind, start, end - start, percent((end - start) / 100)));
    }
  }

  private CheckReport.SourceRow source(OverlapReport.Source source) {
    var answer =
        source.uses().getOrDefault(TRAINING, "UNKNOWN").toLowerCase(Locale.ROOT).replace('_', '-');
    return new CheckReport.SourceRow(
        source.title(),
        "/datasets/" + source.dataset(),
        percent(source.share()),
        source.licence(),
        source.zone(),
        answer,
        page.t("answer." + answer));
  }

  private static CheckReport.Candidate candidate(OverlapReport.Candidate found) {
    return new CheckReport.Candidate(
        found.title(),
        found.dataset(),
        "/api/v1/holdings/"
            + found.dataset()
            + "/"
            + found.holding()
            + "/records/"
            + found.ordinal(),
        found.hashes());
  }

  String heldTitle(HeldHere held) {
    var names = new ArrayList<String>();
    var category = held.category();
    if (category != null) {
      categories.find(category).ifPresent(known -> names.add(known.label(page.language().tag())));
    }
    var language = held.language();
    if (language != null) {
      names.add(page.formats().language(language));
    }
    return names.isEmpty()
        ? page.t("check.held")
        : page.t("check.held.of", String.join(", ", names));
  }

  List<CheckReport.Fact> held(HeldHere held) {
    var facts = new ArrayList<CheckReport.Fact>();
    var formats = page.formats();
    facts.add(fact("check.held.datasets", formats.number(held.datasets())));
    facts.add(fact("check.held.documents", formats.number(held.documents())));
    facts.add(fact("check.held.words", formats.number(held.words())));
    if (held.closed() > 0) {
      facts.add(fact("check.held.closed", formats.number(held.closed())));
    }
    if (held.datasets() > 3) {
      facts.add(fact("check.held.largest", percent(held.largest())));
    }
    var last = held.lastAdded();
    if (last != null) {
      facts.add(fact("check.held.last", formats.date(last)));
    }
    return facts;
  }

  private CheckReport.Fact fact(String key, String value) {
    return new CheckReport.Fact(page.t(key), value);
  }

  private static List<CheckReport.Quarter> growth(HeldHere held) {
    long most = held.growth().stream().mapToLong(HeldHere.Quarter::documents).max().orElse(0);
    var columns = new ArrayList<CheckReport.Quarter>();
    for (var quarter : held.growth()) {
      columns.add(
          new CheckReport.Quarter(
              columns.size(),
              quarter.quarter(),
              quarter.documents(),
              most == 0 ? 0 : 100.0 * quarter.documents() / most));
    }
    return columns.size() < 2 ? List.of() : columns;
  }

  private String percent(double share) {
    return page.formats().percent(share);
  }
}
