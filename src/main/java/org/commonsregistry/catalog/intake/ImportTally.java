package org.commonsregistry.catalog.intake;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.commonsregistry.catalog.Published;

/**
 * How an import stands. Counts are records.
 *
 * @param created datasets new to the registry
 * @param updated datasets that got a new version
 * @param unchanged records that say what the registry says already
 * @param keptWithdrawn records of datasets that were withdrawn and stay so
 * @param refused records not taken in
 * @param sequence ledger number of the last record taken in, 0 for none
 * @param broken why the file could not be read to its end, empty when it could
 */
@Serdeable
public record ImportTally(
    long created,
    long updated,
    long unchanged,
    long keptWithdrawn,
    long refused,
    long sequence,
    String broken) {
  public static final ImportTally NOTHING = new ImportTally(0, 0, 0, 0, 0, 0, "");

  public long total() {
    return created + updated + unchanged + keptWithdrawn + refused;
  }

  ImportTally withCreated() {
    return new ImportTally(
        created + 1, updated, unchanged, keptWithdrawn, refused, sequence, broken);
  }

  ImportTally withUpdated() {
    return new ImportTally(
        created, updated + 1, unchanged, keptWithdrawn, refused, sequence, broken);
  }

  ImportTally withUnchanged() {
    return new ImportTally(
        created, updated, unchanged + 1, keptWithdrawn, refused, sequence, broken);
  }

  ImportTally withKeptWithdrawn() {
    return new ImportTally(
        created, updated, unchanged, keptWithdrawn + 1, refused, sequence, broken);
  }

  ImportTally withRefused() {
    return new ImportTally(
        created, updated, unchanged, keptWithdrawn, refused + 1, sequence, broken);
  }

  ImportTally upTo(List<Published> outcomes) {
    var last =
        outcomes.stream()
            .mapToLong(o -> o instanceof Published.Recorded recorded ? recorded.sequence() : 0)
            .max()
            .orElse(0);
    return new ImportTally(
        created, updated, unchanged, keptWithdrawn, refused, Math.max(sequence, last), broken);
  }

  ImportTally broken(String why) {
    return new ImportTally(created, updated, unchanged, keptWithdrawn, refused, sequence, why);
  }

  /** One line for people. */
  public String line() {
    return total()
        + " records: "
        + created
        + " new, "
        + updated
        + " updated, "
        + unchanged
        + " unchanged, "
        + keptWithdrawn
        + " withdrawn earlier and kept so, "
        + refused
        + " refused";
  }
}
