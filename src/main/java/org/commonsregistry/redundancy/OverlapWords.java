package org.commonsregistry.redundancy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * The sentences of a report in plain words, from {@code redundancy/words_*.properties}.
 * Thread-safe.
 */
final class OverlapWords {
  static final OverlapWords ENGLISH = new OverlapWords("en");
  static final OverlapWords GERMAN = new OverlapWords("de");

  private final Locale locale;
  private final Properties sentences = new Properties();

  private OverlapWords(String language) {
    locale = Locale.of(language);
    var name = "/redundancy/words_" + language + ".properties";
    try (var in = Objects.requireNonNull(OverlapWords.class.getResourceAsStream(name), name)) {
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** German for {@code de} and its variants, otherwise English. */
  static OverlapWords in(String language) {
    return Locale.forLanguageTag(language).getLanguage().equals("de") ? GERMAN : ENGLISH;
  }

  String language() {
    return locale.getLanguage();
  }

  Set<String> keys() {
    return sentences.stringPropertyNames();
  }

  String say(String key, Map<String, ?> arguments) {
    var sentence = Objects.requireNonNull(sentences.getProperty(key), key);
    return new MessageFormat(sentence, locale).format(arguments);
  }

  /** A whole percentage; below one per cent with a decimal, so that little is not nothing. */
  String percent(double share) {
    var format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(share > 0 && share < 0.01 || share > 0.99 && share < 1 ? 1 : 0);
    return format.format(share);
  }
}
