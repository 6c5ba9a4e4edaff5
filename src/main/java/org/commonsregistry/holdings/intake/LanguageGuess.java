package org.commonsregistry.holdings.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.commonsregistry.catalog.Languages;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text from {@value #SAMPLE} of its letters, with OpenNLP's model of 183
 * languages. Says nothing rather than something unlikely. Not thread-safe; the model is shared.
 */
final class LanguageGuess {
  private static final int SAMPLE = 300;

  /** Enough for most texts, at half the cost. */
  private static final int SHORT_SAMPLE = 150;

  /** Fewer letters than that are names and numbers. */
  private static final int FEWEST_LETTERS = 40;

  /** Of scripts in which a sign is a syllable or a word. */
  private static final int FEWEST_SIGNS = 10;

  private static final double LEAST_CONFIDENCE = 0.1;
  private static final double LEAST_LEAD = 1.3;
  private static final double CLEAR_LEAD = 1.5;

  private @Nullable LanguageDetectorME detector;

  /** Loaded when the first text needs it: it takes a second and 60 MB. */
  private static final class Model {
    static final LanguageDetectorModel MODEL = load();

    private static LanguageDetectorModel load() {
      try (var in =
          Objects.requireNonNull(
              LanguageGuess.class.getResourceAsStream("/langdetect-183.bin"), "the model")) {
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A BCP 47 tag; empty when it cannot be told. */
  Optional<String> of(String text) {
    var sample = sample(text);
    var byScript = byScript(sample);
    if (byScript.isPresent()) {
      return byScript;
    }
    if (sample.length() < FEWEST_LETTERS) {
      return Optional.empty();
    }
    var beginning = sample.length() > SHORT_SAMPLE ? sample.substring(0, SHORT_SAMPLE) : sample;
    return guess(beginning, CLEAR_LEAD).or(() -> guess(sample, LEAST_LEAD));
  }

  /** Where the script says it; the model knows these languages only from long texts. */
  private static Optional<String> byScript(String sample) {
    var han = 0;
    var kana = 0;
    var hangul = 0;
    for (var i = 0; i < sample.length(); i++) {
      switch (Character.UnicodeScript.of(sample.charAt(i))) {
        case HAN -> han++;
        case HIRAGANA, KATAKANA -> kana++;
        case HANGUL -> hangul++;
        default -> {}
      }
    }
    if (Math.max(han + kana, hangul) < Math.max(FEWEST_SIGNS, sample.length() / 2)) {
      return Optional.empty();
    }
    return Optional.of(hangul > han + kana ? "ko" : kana * 10 > han ? "ja" : "zh");
  }

  private Optional<String> guess(String letters, double lead) {
    if (detector == null) {
      detector = new LanguageDetectorME(Model.MODEL);
    }
    var guesses = detector.predictLanguages(letters);
    var sure =
        guesses[0].getConfidence() >= LEAST_CONFIDENCE
            && guesses[0].getConfidence() >= lead * guesses[1].getConfidence();
    return sure ? Optional.of(tag(guesses[0].getLang())) : Optional.empty();
  }

  /** Letters from a third of the way on, because beginnings are headings and names. */
  private static String sample(String text) {
    var letters = new StringBuilder(SAMPLE);
    var gap = true;
    for (var i = text.length() > 3 * SAMPLE ? text.length() / 3 : 0;
        i < text.length() && letters.length() < SAMPLE;
        i++) {
      var c = text.charAt(i);
      if (Character.isLetter(c) || Character.isSurrogate(c) || mark(c)) {
        letters.append(c);
        gap = false;
      } else if (!gap) {
        letters.append(' ');
        gap = true;
      }
    }
    return letters.toString();
  }

  private static boolean mark(char c) {
    var type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** The model's codes are ISO 639-3, and name some languages more closely than people do. */
  private static String tag(String code) {
    return switch (code) {
      case "cmn" -> "zh";
      case "ekk" -> "et";
      case "lvs" -> "lv";
      case "pes" -> "fa";
      case "arb" -> "ar";
      case "zlm" -> "ms";
      case "swh" -> "sw";
      case "npi" -> "ne";
      case "ory" -> "or";
      case "khk" -> "mn";
      case "azj", "aze" -> "az";
      case "uzn" -> "uz";
      case "plt" -> "mg";
      case "als" -> "sq";
      case "ydd" -> "yi";
      case "quz" -> "qu";
      default -> Languages.tag(code).orElse(code).toLowerCase(Locale.ROOT);
    };
  }
}
