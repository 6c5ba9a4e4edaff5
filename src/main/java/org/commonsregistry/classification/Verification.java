package org.commonsregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetKinds;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetHash;
import org.commonsregistry.ruleset.Rulesets;

/**
 * Recomputes a published verdict from the ledger and holds it against what was published, byte for
 * byte. Thread-safe.
 */
@Singleton
public final class Verification {
  private final Ledger ledger;
  private final Datasets datasets;
  private final Rulesets rulesets;
  private final Classifier classifier;

  Verification(Ledger ledger, Datasets datasets, Rulesets rulesets, Classifier classifier) {
    this.ledger = ledger;
    this.datasets = datasets;
    this.rulesets = rulesets;
    this.classifier = classifier;
  }

  /**
   * @param outcome {@code verified}, {@code different} or {@code not-recomputable}
   * @param reason in a sentence
   * @param hash of the verdict as recomputed, empty when it could not be
   */
  @Serdeable
  public record Result(String outcome, String reason, String hash) {
    public boolean verified() {
      return outcome.equals("verified");
    }

    static Result notRecomputable(String reason) {
      return new Result("not-recomputable", reason, "");
    }
  }

  /**
   * @param published a verdict as {@code /api/v1/datasets/{slug}/verdict} gives it
   */
  public Result verify(JsonNode published) {
    if (!(published instanceof ObjectNode verdict)
        || !verdict.path("format").asText().equals(VerdictDocument.FORMAT)) {
      return Result.notRecomputable(
          "This is no verdict: expected a JSON object with format " + VerdictDocument.FORMAT + ".");
    }
    var engine = verdict.path("engine").asText();
    if (!engine.equals(Verdict.ENGINE)) {
      return Result.notRecomputable(
          "It was reached by version "
              + engine
              + " of the evaluation, this registry has version "
              + Verdict.ENGINE
              + ".");
    }
    var hash = verdict.path("ruleset").path("hash").asText();
    var ruleset =
        hash.matches("[0-9a-f]{64}")
            ? rulesets.byHash(new RulesetHash(hash))
            : Optional.<Ruleset>empty();
    if (ruleset.isEmpty()) {
      return Result.notRecomputable("The ruleset " + hash + " was never in force here.");
    }
    try {
      var id = DatasetId.ofIri(verdict.path("dataset").asText()).orElseThrow();
      var sequence = verdict.path("sequence").asLong(-1);
      var place = place(verdict.path("place").asText());
      var date = LocalDate.parse(verdict.path("date").asText());
      var redacted = redacted(id, sequence);
      if (redacted.isPresent()) {
        return Result.notRecomputable(
            "What it rests on was deleted by order, see entry " + redacted.get() + ".");
      }
      var version = datasets.asOf(id, sequence);
      if (version.isEmpty()) {
        return Result.notRecomputable(
            "There was no dataset " + id + " at ledger number " + sequence + ".");
      }
      var again = classifier.judge(version.get().dataset(), sequence, place, date, ruleset.get());
      return compared(verdict, VerdictDocument.tree(again));
    } catch (DateTimeParseException | java.util.NoSuchElementException e) {
      return Result.notRecomputable("Its dataset, place or date cannot be read.");
    }
  }

  private static Optional<Place> place(String code) {
    return code.equals(VerdictDocument.HEADLINE)
        ? Optional.empty()
        : Optional.of(Place.of(code).orElseThrow());
  }

  /** The order that deleted the description which stood at that number, if one did. */
  private Optional<Long> redacted(DatasetId id, long sequence) {
    return ledger.history(id.iri()).stream()
        .filter(entry -> entry.kind().equals(DatasetKinds.DESCRIBED))
        .filter(entry -> entry.sequence() <= sequence)
        .reduce((earlier, later) -> later)
        .filter(Entry::redacted)
        .map(entry -> entry.redactedBy().orElse(0));
  }

  private static Result compared(ObjectNode published, ObjectNode again) {
    var expected = VerdictDocument.canonical(again);
    var came = VerdictDocument.canonical(published);
    var hash = VerdictDocument.sha256(expected);
    if (Arrays.equals(expected, came)) {
      return new Result("verified", "Recomputed, and the same bit for bit.", hash);
    }
    var names = new TreeSet<String>();
    again.fieldNames().forEachRemaining(names::add);
    published.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> again.path(name).equals(published.path(name)));
    return new Result(
        "different", "Recomputed with another outcome; these differ: " + names + ".", hash);
  }
}
