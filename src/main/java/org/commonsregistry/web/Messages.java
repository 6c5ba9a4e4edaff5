package org.commonsregistry.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the portal in one language, in ICU message format. A key that is missing shows
 * itself in brackets, so that it is seen but breaks nothing. Thread-safe.
 */
public final class Messages {
  private static final Map<Language, Messages> ALL = loadAll();

  private final Language language;
  private final Properties texts;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Messages(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  static Messages in(Language language) {
    return java.util.Objects.requireNonNull(ALL.get(language));
  }

  public Language language() {
    return language;
  }

  public String text(String key, Object... arguments) {
    var text = texts.getProperty(key);
    if (text == null) {
      return "[" + key + "]";
    }
    if (text.indexOf('{') < 0) {
      return text;
    }
    var format = formats.computeIfAbsent(key, k -> new MessageFormat(text, language.locale()));
    // A format is not safe to share between threads, but cheap to copy.
    return ((MessageFormat) format.clone()).format(arguments);
  }

  /** The text of a key made from data, such as the name of a kind; empty when there is none. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.getProperty(key));
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  private static Map<Language, Messages> loadAll() {
    var all = new EnumMap<Language, Messages>(Language.class);
    for (var language : Language.values()) {
      all.put(language, load(language));
    }
    return all;
  }

  private static Messages load(Language language) {
    var resource = "/messages/messages_" + language.tag() + ".properties";
    try (var in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The class path lacks " + resource + ".");
      }
      var texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Messages(language, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
