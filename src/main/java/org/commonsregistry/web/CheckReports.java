package org.commonsregistry.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.category.Categories;

/** Puts what the check found, as the API says it, into the reader's words. */
@Singleton
final class CheckReports {
  private static final long WORDS_FOR_A_FIGURE = 300;

  private final Datasets datasets;
  private final Categories categories;

  CheckReports(Datasets datasets, Categories categories) {
    this.datasets = datasets;
    this.categories = categories;
  }

  /**
   * @param sketch whether only a sketch was sent
   */
  CheckReport of(Page page, JsonNode answer, boolean sketch) {
    var commons = answer.path("commons");
    return new CheckReport(
        answer.path("band").asText(),
        lead(page, answer),
        remarks(page, answer),
        segments(page, answer),
        answer.path("sources").valueStream().map(source -> source(page, source)).toList(),
        answer.path("candidates").valueStream().map(found -> candidate(page, found)).toList(),
        heldTitle(page, commons),
        held(page, commons),
        growth(commons),
        answer.path("unchecked").valueStream().map(JsonNode::asText).toList(),
        sketch ? sent(page, answer.path("sent")) : page.t("check.kept.text"));
  }

  private static String lead(Page page, JsonNode answer) {
    var overlap = answer.path("overlap");
    double low = overlap.path("low").asDouble();
    double high = overlap.path("high").asDouble(1);
    double share = overlap.path("share").asDouble();
    var formats = page.formats();
    if (answer.path("band").asText().equals("not-enough-evidence")) {
      return answer.path("words").asLong() < WORDS_FOR_A_FIGURE
          ? page.t("check.verdict.short")
          : page.t("check.verdict.wide", formats.percent(low), formats.percent(high));
    }
    return share == 0
        ? page.t("check.verdict.none", formats.percent(Math.max(high, 0.01)))
        : page.t(
            "check.verdict.share",
            formats.percent(share),
            formats.percent(low),
            formats.percent(high));
  }

  private static List<String> remarks(Page page, JsonNode answer) {
    var remarks = new ArrayList<String>();
    var planned = answer.path("overlap").path("planned");
    if (planned.hasNonNull("low")) {
      remarks.add(
          page.t(
              "check.planned",
              page.formats().percent(planned.path("low").asDouble()),
              page.formats().percent(planned.path("high").asDouble())));
    } else if (figure(answer)) {
      remarks.add(page.t("check.planned.few"));
    }
    double set = answer.path("boilerplate").path("share").asDouble();
    if (set >= 0.005) {
      remarks.add(page.t("check.boilerplate", page.formats().percent(set)));
    }
    return remarks;
  }

  private static boolean figure(JsonNode answer) {
    return !answer.path("band").asText().equals("not-enough-evidence");
  }

  private static List<CheckReport.Segment> segments(Page page, JsonNode answer) {
    if (!figure(answer)) {
      return List.of();
    }
    double low = 100 * answer.path("overlap").path("low").asDouble();
    double high = 100 * answer.path("overlap").path("high").asDouble();
    var segments = new ArrayList<CheckReport.Segment>();
    segment(page, segments, "already", 0, low);
    segment(page, segments, "unsure", low, high);
    segment(page, segments, "new", high, 100);
    return segments;
  }

  private static void segment(
      Page page, List<CheckReport.Segment> to, String kind, double start, double end) {
    if (end - start >= 0.05) {
      to.add(
          new CheckReport.Segment(
              kind, start, end - start, page.formats().percent((end - start) / 100)));
    }
  }

  private CheckReport.SourceRow source(Page page, JsonNode source) {
    var slug = source.path("dataset").asText();
    return new CheckReport.SourceRow(
        title(page, slug),
        "/datasets/" + slug,
        page.formats().percent(source.path("share").asDouble()),
        source.path("licence").asText(),
        source.path("zone").asText(Zones.UNCLASSIFIED),
        page.t("check.sources.terms"));
  }

  private CheckReport.Candidate candidate(Page page, JsonNode found) {
    var slug = found.path("dataset").asText();
    return new CheckReport.Candidate(
        found.path("title").asText(slug),
        title(page, slug),
        "/api/v1/holdings/"
            + slug
            + "/"
            + found.path("holding").asLong()
            + "/records/"
            + found.path("ordinal").asLong(),
        found.path("hashes").asLong());
  }

  private String title(Page page, String slug) {
    var version =
        DatasetId.valid(slug)
            ? datasets.current(new DatasetId(slug))
            : Optional.<DatasetVersion>empty();
    return version.map(known -> known.dataset().title(page.language().tag())).orElse(slug);
  }

  String heldTitle(Page page, JsonNode commons) {
    var names = new ArrayList<String>();
    categories
        .find(commons.path("category").asText())
        .ifPresent(category -> names.add(category.label(page.language().tag())));
    if (commons.hasNonNull("language")) {
      names.add(page.formats().language(commons.path("language").asText()));
    }
    return names.isEmpty()
        ? page.t("check.held")
        : page.t("check.held.of", String.join(", ", names));
  }

  List<CheckReport.Fact> held(Page page, JsonNode commons) {
    if (!commons.has("documents")) {
      return List.of();
    }
    return List.of(
        new CheckReport.Fact(
            page.t("check.held.documents"),
            page.formats().number(commons.path("documents").asLong())),
        new CheckReport.Fact(
            page.t("check.held.words"), page.formats().number(commons.path("words").asLong())));
  }

  private static List<CheckReport.Quarter> growth(JsonNode commons) {
    var quarters = commons.path("growth").valueStream().toList();
    long most = quarters.stream().mapToLong(q -> q.path("documents").asLong()).max().orElse(0);
    var columns = new ArrayList<CheckReport.Quarter>();
    for (var quarter : quarters) {
      long count = quarter.path("documents").asLong();
      columns.add(
          new CheckReport.Quarter(
              columns.size(),
              quarter.path("quarter").asText(),
              count,
              most == 0 ? 0 : 100.0 * count / most));
    }
    return columns.size() < 2 ? List.of() : columns;
  }

  private static String sent(Page page, JsonNode sent) {
    return page.t(
        "check.kept.sketch",
        sent.path("hashes").asLong(),
        page.formats().bytes(sent.path("bytes").asLong()));
  }
}
