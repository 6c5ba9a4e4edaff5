package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.classification.Permissions;
import org.commonsregistry.classification.Verdicts;
import org.commonsregistry.terms.Party;

/** Under which terms a dataset stands, in brief. Thread-safe. */
@Singleton
final class SourceTerms {
  private final Datasets datasets;
  private final Verdicts verdicts;
  private final Permissions permissions;

  SourceTerms(Datasets datasets, Verdicts verdicts, Permissions permissions) {
    this.datasets = datasets;
    this.verdicts = verdicts;
    this.permissions = permissions;
  }

  /**
   * @param licence as stated, several joined by commas; empty when none is
   * @param uses the answer for anyone by use, at the headline's place
   */
  record Brief(String title, String licence, String zone, Map<String, String> uses) {}

  /** Empty when the dataset does not stand any more. */
  Optional<Brief> of(DatasetId id, String language) {
    return datasets
        .current(id)
        .filter(version -> !version.withdrawn())
        .map(version -> brief(version, language));
  }

  private Brief brief(DatasetVersion version, String language) {
    var dataset = version.dataset();
    var verdict = verdicts.of(version, Optional.empty(), verdicts.today());
    var uses = new LinkedHashMap<String, String>();
    permissions
        .row(dataset, verdict, Party.ANYONE)
        .forEach((use, permission) -> uses.put(use.token(), permission.answer().name()));
    return new Brief(
        dataset.title(language),
        dataset.licences().stream()
            .map(Dataset.LicenceStatement::text)
            .filter(text -> !text.isBlank())
            .distinct()
            .collect(Collectors.joining(", ")),
        verdict.zone().token(),
        uses);
  }
}
