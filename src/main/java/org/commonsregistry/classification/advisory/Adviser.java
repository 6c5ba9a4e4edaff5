package org.commonsregistry.classification.advisory;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.classification.advisory.Advice.Abstention;
import org.commonsregistry.classification.advisory.Advice.StatedTerms;
import org.commonsregistry.classification.advisory.Advice.Suggestion;
import org.commonsregistry.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Gives advice on texts. The models are loaded at the first question, never at start. Thread-safe.
 */
@Singleton
public final class Adviser {
  /** The most a text may have, all parts together, in bytes of UTF-8. */
  public static final int LARGEST = 64 * 1024;

  // Together below LARGEST, at three bytes a character.
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_DESCRIPTION = 16_000;
  private static final int MOST_KEYWORDS = 40;
  private static final int LONGEST_KEYWORD = 80;

  private static final int MOST_CATEGORIES = 5;
  private static final int KNOWN_WORDS = 3;
  private static final int KNOWN_WORDS_OF_A_SENTENCE = 2;

  private volatile @Nullable AdviceModels loaded;

  /**
   * @throws ProblemException 413 when the text has more than {@link #LARGEST} bytes
   */
  public Advice suggest(String title, String description, Collection<String> keywords) {
    var size = (long) bytes(title) + bytes(description);
    for (var keyword : keywords) {
      size += bytes(keyword);
    }
    if (size > LARGEST) {
      throw tooLarge(size + " bytes");
    }
    var models = models();
    var plainTitle = TextCleaning.clean(title);
    var plain = TextCleaning.clean(description);
    var words = keywords.stream().map(TextCleaning::clean).toList();
    var refused = Readable.refused(plainTitle, plain, words);
    if (refused.isPresent()) {
      return answer(models, List.of(), List.of(), refused.get());
    }
    var subject = Words.ofDataset(List.of(plainTitle), plain, words);
    var known = models.categories().known(subject) >= KNOWN_WORDS;
    var sentences = sentences(models.terms(), plain);
    return answer(
        models,
        known ? categories(models.categories(), subject) : List.of(),
        sentences,
        known || !sentences.isEmpty() ? null : Abstention.TOO_FEW_KNOWN_WORDS);
  }

  /** On what a dataset says about itself, in English when it does; of long texts the beginning. */
  public Advice suggest(Dataset dataset) {
    var title = beginning(dataset.title("en"), LONGEST_TITLE);
    var whole = dataset.description("en").orElse("");
    var description = beginning(whole, LONGEST_DESCRIPTION);
    var keywords =
        dataset.keywords().stream()
            .limit(MOST_KEYWORDS)
            .map(keyword -> beginning(keyword, LONGEST_KEYWORD))
            .toList();
    var advice = suggest(title, description, keywords);
    return description.length() < whole.length() ? advice.withCut() : advice;
  }

  private static String beginning(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  static ProblemException tooLarge(String received) {
    return ProblemException.tooLarge("The text is too large to be advised on.")
        .expected("title, description and keywords of at most " + LARGEST + " bytes together")
        .received(received)
        .remedy("Send the description of one dataset, without its data.");
  }

  private static int bytes(String text) {
    // A long text is not encoded just to be refused: its bytes are at least its characters.
    return text.length() > LARGEST ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private AdviceModels models() {
    var models = loaded;
    if (models == null) {
      synchronized (this) {
        models = loaded;
        if (models == null) {
          models = AdviceModels.shipped();
          loaded = models;
        }
      }
    }
    return models;
  }

  private static List<Suggestion> categories(TextModel model, Words subject) {
    var suggestions = new ArrayList<Suggestion>();
    var scores = model.scores(subject);
    for (var i = 0; i < scores.length; i++) {
      var confidence = model.confidence(scores[i]);
      if (confidence >= model.threshold()) {
        suggestions.add(new Suggestion(model.outcomes().get(i), confidence));
      }
    }
    return suggestions.stream()
        .sorted(
            Comparator.comparingDouble(Suggestion::confidence)
                .reversed()
                .thenComparing(Suggestion::category))
        .limit(MOST_CATEGORIES)
        .toList();
  }

  private static List<StatedTerms> sentences(TextModel model, String description) {
    var sentences = new ArrayList<StatedTerms>();
    for (var sentence : Sentences.of(description)) {
      var confidence = statesTerms(model, sentence);
      if (confidence >= model.threshold()) {
        sentences.add(new StatedTerms(sentence, confidence));
      }
    }
    return sentences;
  }

  /** The confidence that a sentence states terms. */
  static double statesTerms(TextModel model, String sentence) {
    var words = Words.ofSentence(sentence);
    if (!Cue.plainlyIn(sentence) || model.known(words) < KNOWN_WORDS_OF_A_SENTENCE) {
      return 0;
    }
    return model.confidence(model.scores(words)[model.outcomes().indexOf(TrainingSources.YES)]);
  }

  private static Advice answer(
      AdviceModels models,
      List<Suggestion> categories,
      List<StatedTerms> sentences,
      @Nullable Abstention abstained) {
    return new Advice(
        Advice.NOTE,
        categories,
        sentences,
        false,
        abstained,
        models.categories().threshold(),
        models.terms().threshold(),
        AdviceModels.VERSION,
        models.hash());
  }
}
