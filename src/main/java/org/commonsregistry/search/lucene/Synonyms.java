package org.commonsregistry.search.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Words and phrases that mean the same, from the reviewed file {@code search/synonyms.txt}: one
 * group a line, commas between, {@code #} begins a comment. They are looked up by their English and
 * German stems. Immutable after construction.
 */
final class Synonyms {
  private static final String FILE = "/search/synonyms.txt";
  static final List<String> LANGUAGES = List.of("en", "de");

  private final Map<List<String>, Set<List<String>>> byKey = new HashMap<>();
  private int longest = 1;

  Synonyms() {
    this(lines());
  }

  Synonyms(List<String> lines) {
    var words = new Words();
    var stemming = new Stemming();
    for (var line : lines) {
      var group = new LinkedHashSet<List<Words.Word>>();
      for (var entry : line.replaceFirst("#.*", "").split(",")) {
        var cut = words.asked(entry);
        if (!cut.isEmpty()) {
          group.add(cut);
        }
      }
      group.forEach(entry -> keys(entry, stemming).forEach(key -> put(key, group)));
    }
  }

  /** Most words an entry has. */
  int longest() {
    return longest;
  }

  /** Other folded word sequences for this one. */
  Set<List<String>> of(List<Words.Word> asked, Stemming stemming) {
    var found = new LinkedHashSet<List<String>>();
    keys(asked, stemming).forEach(key -> found.addAll(byKey.getOrDefault(key, Set.of())));
    found.remove(folded(asked));
    return found;
  }

  private void put(List<String> key, Set<List<Words.Word>> group) {
    longest = Math.max(longest, key.size());
    var all = byKey.computeIfAbsent(key, k -> new LinkedHashSet<>());
    group.forEach(entry -> all.add(folded(entry)));
  }

  private static Set<List<String>> keys(List<Words.Word> entry, Stemming stemming) {
    var keys = new LinkedHashSet<List<String>>();
    keys.add(folded(entry));
    for (var language : LANGUAGES) {
      keys.add(entry.stream().map(w -> stemming.stem(language, w.lower())).toList());
    }
    return keys;
  }

  private static List<String> folded(List<Words.Word> entry) {
    return entry.stream().map(Words.Word::folded).toList();
  }

  private static List<String> lines() {
    try (var in = Objects.requireNonNull(Synonyms.class.getResourceAsStream(FILE), FILE);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new ArrayList<>(reader.readAllLines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
