package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;

/** Verdicts on the datasets of this registry, reached when asked. Thread-safe. */
@Singleton
public final class Verdicts {
  private final Datasets datasets;
  private final Rulesets rulesets;
  private final Classifier classifier;

  Verdicts(Datasets datasets, Rulesets rulesets, Classifier classifier) {
    this.datasets = datasets;
    this.rulesets = rulesets;
    this.classifier = classifier;
  }

  /** The ruleset in force. */
  public Ruleset ruleset() {
    return rulesets
        .current()
        .map(Rulesets.Adopted::ruleset)
        .orElseThrow(
            () ->
                ProblemException.unavailable(
                    "No ruleset is in force yet; the registry is being founded.",
                    Duration.ofSeconds(2)));
  }

  public LocalDate today() {
    return classifier.today();
  }

  /**
   * On a version that may be an old one: by what is said now about what it was made from, today,
   * under the ruleset in force.
   */
  public Verdict of(DatasetVersion version, Optional<Place> place, LocalDate date) {
    return classifier.judge(
        version.dataset(),
        classifier.horizon(version.dataset(), version.sequence()),
        place,
        date,
        ruleset());
  }

  /**
   * On what stood at a ledger number, of the dataset and of what it was made from.
   *
   * @throws ProblemException when there is or was none of that name
   */
  public Verdict of(DatasetId id, Optional<Long> asOf, Optional<Place> place, LocalDate date) {
    var version = asOf.map(at -> datasets.asOf(id, at)).orElseGet(() -> datasets.current(id));
    if (version.isEmpty()) {
      throw ProblemException.notFound("There is no dataset '" + id + "'.")
          .remedy("Look for it at /search.");
    }
    if (version.get().withdrawn()) {
      throw ProblemException.gone("The dataset '" + id + "' was withdrawn.")
          .remedy("Its history is at /datasets/" + id + "/versions.");
    }
    return asOf.isPresent()
        ? classifier.judge(version.get().dataset(), asOf.get(), place, date, ruleset())
        : of(version.get(), place, date);
  }
}
