package org.commonsregistry.classification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * A verdict in words: what decided, on which source, with which evidence, what would have to be
 * known to decide more, and when it moves by itself.
 *
 * @param place country code, {@code *}, or {@code headline}
 * @param zone of the strictest place
 * @param signals what publishers ask of users in forms that machines read
 * @param nextChange missing when nothing is due
 * @param contest missing when nobody contests it
 * @param verdictHash SHA-256 of the verdict's canonical JSON
 */
@Serdeable
public record Explanation(
    String dataset,
    String place,
    String date,
    String zone,
    List<PlaceExplained> places,
    List<Evidence> evidence,
    List<Lineal> parents,
    List<Signal> signals,
    @Nullable Change nextChange,
    @Nullable Contest contest,
    String rulesetVersion,
    String rulesetHash,
    String factsHash,
    String verdictHash) {

  /**
   * What holds in one place.
   *
   * @param basis {@code ruled}, {@code conflict}, {@code nothing-fired} or {@code by-order}
   * @param missing the facts that would decide a rule that is still open, each with the question
   *     somebody would have to answer, most often asked first
   */
  @Serdeable
  public record PlaceExplained(
      String place,
      String zone,
      String status,
      String basis,
      List<RuleExplained> fired,
      List<RuleExplained> overridden,
      List<String> conflict,
      List<Missing> missing,
      @Nullable Change nextChange) {}

  /**
   * @param facts the given facts that made it fire
   */
  @Serdeable
  public record RuleExplained(
      String id,
      String layer,
      String title,
      String says,
      String leadsTo,
      String cite,
      @Nullable String url,
      Map<String, String> facts) {}

  /**
   * @param asks what somebody would have to find out
   * @param rules ids of the rules it would decide
   */
  @Serdeable
  public record Missing(String fact, String asks, List<String> rules) {}

  /**
   * @param slug of the parent here; missing when the registry does not know it
   * @param zones one per place
   */
  @Serdeable
  public record Lineal(String name, @Nullable String slug, List<String> zones) {}

  /**
   * A signal and how it is read. It asks and permits nothing.
   *
   * @param form {@code content-usage}, {@code tdmrep}, …
   * @param raw as it was found
   * @param when the day it was found on, may be empty
   * @param says in words, one sentence for each wish; empty when nothing was understood
   * @param notes in words, what was not understood or is out of date
   * @param reservesTraining whether it says so to everybody, in a word its standard has today
   */
  @Serdeable
  public record Signal(
      String form,
      String raw,
      String carrier,
      String by,
      String where,
      String when,
      List<String> says,
      List<String> notes,
      boolean reservesTraining) {}

  @Serdeable
  public record Change(String on, String zone) {}

  /**
   * Competing positions.
   *
   * @param decision what the community of record decided, missing when it did not
   */
  @Serdeable
  public record Contest(
      List<Position> positions, @Nullable String decision, @Nullable String decidedBy) {}

  @Serdeable
  public record Position(String says, String by, String where) {}
}
