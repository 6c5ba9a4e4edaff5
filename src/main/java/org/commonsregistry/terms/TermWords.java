package org.commonsregistry.terms;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sentences of answers, duties and offers in plain words, from {@code
 * terms/words_*.properties}. Pages and interfaces use the same ones. Thread-safe.
 */
public final class TermWords {
  public static final TermWords ENGLISH = new TermWords("en");
  public static final TermWords GERMAN = new TermWords("de");

  private final Locale locale;
  private final Map<String, String> sentences;

  private TermWords(String language) {
    locale = Locale.of(language);
    var properties = new Properties();
    var name = "/terms/words_" + language + ".properties";
    try (var in = Objects.requireNonNull(TermWords.class.getResourceAsStream(name), name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var read = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
    sentences = Collections.unmodifiableMap(read);
  }

  /** German for {@code de}, otherwise English. */
  public static TermWords in(String language) {
    return language.equals("de") ? GERMAN : ENGLISH;
  }

  public String language() {
    return locale.getLanguage();
  }

  Set<String> keys() {
    return sentences.keySet();
  }

  /** A missing key shows itself in brackets. */
  public String text(String key, Map<String, String> arguments) {
    var sentence = sentences.get(key);
    return sentence == null
        ? "[" + key + "]"
        : new MessageFormat(sentence, locale).format(arguments);
  }

  public String text(String key) {
    return text(key, Map.of());
  }

  /** A sentence about one thing, such as a step or a note. */
  public String about(String key, String about) {
    return text(key, Map.of("about", about));
  }

  public String of(Answer answer) {
    return text("answer." + Tokens.of(answer));
  }

  public String of(Duty duty) {
    // A selector of a message must not contain a hyphen.
    var arguments = new TreeMap<String, String>();
    duty.parameters().forEach((name, value) -> arguments.put(name, value.replace('-', '_')));
    return text("duty." + duty.token(), arguments);
  }

  public String of(Flag flag) {
    return text("flag." + flag.token());
  }

  public String of(Action action) {
    return text("action." + action.token());
  }

  public String of(Actor actor) {
    return text("actor." + actor.token());
  }

  public String of(Layer layer) {
    return text("layer." + layer.token());
  }

  public String of(Step step) {
    return about(step.key(), step.about());
  }

  /** What is asked, of whom, and what in return. */
  public String of(Preference.Wish wish) {
    var sentences = new ArrayList<String>();
    sentences.add(text("wish." + Tokens.of(wish.stance()), Map.of("action", of(wish.action()))));
    wish.duties().stream().map(this::of).sorted().forEach(sentences::add);
    actors("for.any-of", wish.scope().anyOf()).ifPresent(sentences::add);
    actors("for.none-of", wish.scope().noneOf()).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private Optional<String> actors(String key, Set<Actor> actors) {
    var named = actors.stream().sorted().map(this::of).collect(Collectors.joining(", "));
    return named.isEmpty() ? Optional.empty() : Optional.of(text(key, Map.of("actors", named)));
  }

  public String of(Preference.Note note) {
    return about(note.key(), note.about());
  }

  public String of(StatutoryException exception) {
    return text("exception." + exception.token());
  }
}
