package org.commonsregistry.classification;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * What would move if one ruleset replaced another, over the whole catalogue at one ledger number.
 *
 * @param before the ruleset in force
 * @param after the changed one
 * @param sequence ledger number the catalogue is looked at
 * @param seed of the samples
 * @param total datasets judged
 * @param moved of these, how many change their zone
 * @param matrix counts by zone before and after, all 16
 * @param cells the pairs of zones that have items, each with up to 20 of them
 * @param by parts of the catalogue in which most moves, per dimension
 * @param newConflicts datasets on which rules contradict each other only after the change
 * @param newUndetermined datasets that become undetermined
 * @param rules what changes in the rules
 * @param tests what the tests of both say
 * @param hash SHA-256 of the canonical JSON of everything above
 */
@Serdeable
public record DryRunReport(
    Side before,
    Side after,
    long sequence,
    String date,
    String seed,
    long total,
    long moved,
    Map<String, Map<String, Long>> matrix,
    List<Impact.Cell> cells,
    List<Breakdown> by,
    long newConflicts,
    List<Impact.Sampled> newConflictSamples,
    long newUndetermined,
    RuleChanges rules,
    TestChanges tests,
    String hash) {

  @Serdeable
  public record Side(String version, String hash, int rules) {}

  /**
   * @param keys how many parts there are in all; the list holds those in which most moves
   */
  @Serdeable
  public record Breakdown(String dimension, int keys, List<Impact.Part> parts) {}

  /** By id. */
  @Serdeable
  public record RuleChanges(List<String> added, List<String> removed, List<String> changed) {}

  /**
   * @param added tests only the changed ruleset has
   * @param removed tests only the ruleset in force has
   * @param broken tests of the ruleset in force that the changed one no longer fulfils
   * @param failing tests of the changed ruleset that it does not fulfil itself
   */
  @Serdeable
  public record TestChanges(int added, int removed, List<String> broken, List<String> failing) {}

  DryRunReport hashed(String hash) {
    return new DryRunReport(
        before,
        after,
        sequence,
        date,
        seed,
        total,
        moved,
        matrix,
        cells,
        by,
        newConflicts,
        newConflictSamples,
        newUndetermined,
        rules,
        tests,
        hash);
  }
}
