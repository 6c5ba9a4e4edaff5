package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.search.SearchResult.Highlighted;
import org.commonsregistry.search.SearchResult.Hit;

/** Turns search hits into what a list shows of a dataset. */
@Singleton
final class Cards {
  private static final int MOST_LICENCES = 2;
  private static final int MOST_MEDIA = 3;
  private static final int MOST_LANGUAGES = 3;
  private static final int LONGEST_CHIP = 42;
  private static final int LONGEST_TEXT = 260;

  private final Datasets datasets;

  Cards(Datasets datasets) {
    this.datasets = datasets;
  }

  List<Card> of(Page page, List<Hit> hits) {
    return hits.stream().map(hit -> of(page, hit)).toList();
  }

  private Card of(Page page, Hit hit) {
    var dataset =
        DatasetId.valid(hit.slug())
            ? datasets.current(new DatasetId(hit.slug())).map(DatasetVersion::dataset)
            : Optional.<Dataset>empty();
    return dataset
        .map(known -> card(page, known, hit))
        .orElseGet(
            () ->
                new Card(
                    "/datasets/" + hit.slug(),
                    hit.title(),
                    null,
                    "",
                    hit.snippet(),
                    hit.zone(),
                    List.of()));
  }

  private static Card card(Page page, Dataset dataset, Hit hit) {
    var text = hit.snippet();
    if (text.pieces().isEmpty() || text.text().isBlank()) {
      text =
          dataset
              .description(page.language().tag())
              .map(description -> Highlighted.plain(shortened(description, LONGEST_TEXT)))
              .orElse(new Highlighted(List.of()));
    }
    return new Card(
        "/datasets/" + dataset.id().slug(),
        hit.title(),
        TextLanguage.of(page, dataset.titles(), hit.title().text()),
        by(page, dataset),
        text,
        hit.zone(),
        chips(page, dataset));
  }

  private static String by(Page page, Dataset dataset) {
    var by = new StringJoiner(" · ");
    dataset.steward().ifPresent(steward -> by.add(steward.name()));
    if (dataset.kind() == Dataset.Kind.SERIES) {
      by.add(page.t("kind.series"));
    }
    dataset.period().map(period -> Periods.text(page, period)).ifPresent(by::add);
    return by.toString();
  }

  private static List<String> chips(Page page, Dataset dataset) {
    var chips = new ArrayList<String>();
    var licences =
        dataset.licences().stream()
            .map(licence -> shortened(licence.text(), LONGEST_CHIP))
            .distinct()
            .toList();
    if (licences.isEmpty()) {
      chips.add(page.t("licence.none"));
    }
    addSome(page, chips, licences, MOST_LICENCES);
    addSome(
        page,
        chips,
        dataset.media().stream().map(medium -> Labels.of(page, "media", medium)).toList(),
        MOST_MEDIA);
    addSome(
        page,
        chips,
        dataset.languages().stream().map(page.formats()::language).toList(),
        MOST_LANGUAGES);
    return chips;
  }

  private static void addSome(Page page, List<String> chips, List<String> all, int most) {
    // A last one that would be replaced by "1 more" is shown itself.
    var shown = all.size() == most + 1 ? all.size() : Math.min(most, all.size());
    chips.addAll(all.subList(0, shown));
    if (shown < all.size()) {
      chips.add(page.t("more", all.size() - shown));
    }
  }

  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var end = text.lastIndexOf(' ', most);
    return text.substring(0, end > most / 2 ? end : most).stripTrailing() + " …";
  }
}
