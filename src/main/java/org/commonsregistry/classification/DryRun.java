package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetKinds;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.classification.Impact.Dimension;
import org.commonsregistry.classification.Impact.Item;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ruleset.Ruleset;

/**
 * Judges every dataset of the catalogue twice, under the ruleset in force and under a changed one,
 * at one ledger number, so that nobody who publishes meanwhile changes the outcome. Thread-safe.
 */
@Singleton
final class DryRun {
  private static final String DATASETS = "urn:commons:dataset:";
  private static final int PAGE = 500;
  private static final int THREADS = 2;

  private final Ledger ledger;
  private final Classifier classifier;

  DryRun(Ledger ledger, Classifier classifier) {
    this.ledger = ledger;
    this.classifier = classifier;
  }

  /**
   * @param done told now and then how many datasets have been judged
   */
  Impact run(
      Ruleset before, Ruleset after, long sequence, LocalDate date, String seed, LongConsumer done)
      throws InterruptedException {
    var impact = new Impact(seed);
    try (var workers = Executors.newFixedThreadPool(THREADS)) {
      var last = "";
      while (true) {
        var pages = new ArrayList<Callable<Impact>>();
        for (var i = 0; i < THREADS; i++) {
          var subjects = ledger.subjects(DATASETS, last, PAGE);
          if (subjects.isEmpty()) {
            break;
          }
          last = subjects.getLast();
          pages.add(() -> page(subjects, before, after, sequence, date, seed));
        }
        if (pages.isEmpty()) {
          return impact;
        }
        for (var judged : workers.invokeAll(pages)) {
          impact.add(judged.get());
        }
        done.accept(impact.total());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    }
  }

  private Impact page(
      List<String> subjects,
      Ruleset before,
      Ruleset after,
      long sequence,
      LocalDate date,
      String seed) {
    var impact = new Impact(seed);
    for (var entry : ledger.standing(subjects, sequence).values()) {
      if (entry.kind().equals(DatasetKinds.DESCRIBED)) {
        Datasets.read(entry)
            .ifPresent(dataset -> impact.add(item(dataset, before, after, sequence, date)));
      }
    }
    return impact;
  }

  /** One dataset, judged twice. */
  Item item(Dataset dataset, Ruleset before, Ruleset after, long sequence, LocalDate date) {
    return new Item(
        dataset.id().slug(),
        dataset.title("en"),
        keys(dataset),
        classifier.standing(dataset, sequence, date, before),
        classifier.standing(dataset, sequence, date, after));
  }

  private static Map<Dimension, List<String>> keys(Dataset dataset) {
    var keys = new EnumMap<Dimension, List<String>>(Dimension.class);
    keys.put(Dimension.STEWARD, dataset.steward().map(Dataset.Steward::name).stream().toList());
    keys.put(Dimension.CATEGORY, dataset.categories());
    keys.put(Dimension.PLACE, dataset.places());
    keys.put(Dimension.LICENCE, List.of(family(EffectiveLicence.of(dataset))));
    keys.put(
        Dimension.SOURCE,
        dataset.sources().values().stream()
            .map(Dataset.Source::by)
            .filter(by -> !by.isEmpty())
            .distinct()
            .toList());
    return keys;
  }

  private static String family(EffectiveLicence licence) {
    return switch (licence) {
      case EffectiveLicence.Clear clear -> clear.family().token();
      case EffectiveLicence.Conflict conflict -> "conflict";
      case EffectiveLicence.Unclear unclear -> "unrecognised";
      case EffectiveLicence.None none -> "unspecified";
    };
  }

  static List<DryRunReport.Breakdown> breakdowns(Impact impact) {
    return Arrays.stream(Dimension.values())
        .map(
            dimension ->
                new DryRunReport.Breakdown(
                    dimension.name().toLowerCase(Locale.ROOT),
                    impact.keys(dimension),
                    impact.parts(dimension)))
        .toList();
  }
}
