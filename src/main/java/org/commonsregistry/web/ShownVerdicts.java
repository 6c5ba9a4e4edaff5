package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.classification.Explanations;
import org.commonsregistry.classification.Permissions;
import org.commonsregistry.classification.Verdict;
import org.commonsregistry.classification.Verdicts;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Rulesets;

/**
 * Reaches the verdicts that pages show. The standing version is judged as things stand, an old one
 * as they stood then; both under the ruleset in force. Thread-safe.
 */
@Singleton
final class ShownVerdicts {
  private final Verdicts verdicts;
  private final Explanations explanations;
  private final Permissions permissions;
  private final Rulesets rulesets;

  ShownVerdicts(
      Verdicts verdicts, Explanations explanations, Permissions permissions, Rulesets rulesets) {
    this.verdicts = verdicts;
    this.explanations = explanations;
    this.permissions = permissions;
    this.rulesets = rulesets;
  }

  LocalDate today() {
    return verdicts.today();
  }

  /** The headline, today. */
  Optional<ShownVerdict> headline(Page page, DatasetVersion version, DatasetVersion current) {
    return of(page, version, current, Optional.empty(), today());
  }

  /** Empty for what was withdrawn, and before any ruleset is in force. */
  Optional<ShownVerdict> of(
      Page page,
      DatasetVersion version,
      DatasetVersion current,
      Optional<Place> place,
      LocalDate date) {
    if (version.withdrawn() || current.withdrawn() || rulesets.current().isEmpty()) {
      return Optional.empty();
    }
    var older = version.sequence() != current.sequence();
    var verdict = judged(version, older, place, date);
    return Optional.of(
        new ShownVerdict(
            version, older, verdict, explanations.of(verdict, page.language().tag()), permissions));
  }

  private Verdict judged(
      DatasetVersion version, boolean older, Optional<Place> place, LocalDate date) {
    return older
        ? verdicts.of(version.id(), Optional.of(version.sequence()), place, date)
        : verdicts.of(version, place, date);
  }
}
