package org.commonsregistry.classification.advisory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the models say about a text. Nothing in it is a verdict.
 *
 * @param note the sentence that says so; show it with the answer
 * @param categories most confident first; empty when none is certain enough
 * @param sentences in the order of the text
 * @param cut whether only the beginning of a long description was read
 * @param abstained why the models say nothing; missing when they were asked
 * @param categoryThreshold least confidence of a category that is given
 * @param sentenceThreshold least confidence of a sentence that is given
 * @param version of the method
 * @param model SHA-256 of the model file, in hex
 */
@Serdeable
public record Advice(
    String note,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Suggestion> categories,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<StatedTerms> sentences,
    boolean cut,
    @Nullable Abstention abstained,
    double categoryThreshold,
    double sentenceThreshold,
    String version,
    String model) {
  static final String NOTE =
      "This is advice from a text model, not a verdict: it changes no category, no licence and no"
          + " zone.";

  /**
   * @param category id in the scheme
   * @param confidence 0 to 1: the share of such answers that were right on held-out data
   */
  @Serdeable
  public record Suggestion(String category, double confidence) {}

  /**
   * @param sentence as it stands in the description, white space, control characters and e-mail
   *     addresses aside
   * @param confidence 0 to 1, that it states a licence or terms of use
   */
  @Serdeable
  public record StatedTerms(String sentence, double confidence) {}

  Advice withCategories(List<Suggestion> others) {
    return new Advice(
        note,
        others,
        sentences,
        cut,
        abstained,
        categoryThreshold,
        sentenceThreshold,
        version,
        model);
  }

  Advice withCut() {
    return new Advice(
        note,
        categories,
        sentences,
        true,
        abstained,
        categoryThreshold,
        sentenceThreshold,
        version,
        model);
  }

  /** Why a text gets no advice. */
  @Serdeable
  public enum Abstention {
    NO_TEXT,
    TOO_FEW_KNOWN_WORDS,
    OTHER_SCRIPT,
    OTHER_LANGUAGE
  }
}
