package org.commonsregistry.search.lucene;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What one state of the index has told about words that were asked: people ask the same words again
 * and again, and stemming a word in every language and looking each form up took a fifth of a
 * search. Bounded; thread-safe.
 */
final class KnownWords {
  private static final int MOST = 20_000;

  private final Map<Asked, List<String>> forms = new ConcurrentHashMap<>();
  private final Map<String, Integer> frequencies = new ConcurrentHashMap<>();
  private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();

  /** A word as asked, in these languages. */
  record Asked(String word, List<String> languages) {}

  List<String> forms(Asked asked, Function<Asked, List<String>> made) {
    return known(forms, asked, made);
  }

  int frequency(String form, ToIntFunction<String> counted) {
    return known(frequencies, form, counted::applyAsInt);
  }

  /** The word that an unknown one was most likely meant to be. */
  Optional<String> nearest(String word, Function<String, Optional<String>> found) {
    return known(nearest, word, found);
  }

  private static <K, V> V known(Map<K, V> memory, K key, Function<K, V> made) {
    var there = memory.get(key);
    if (there != null) {
      return there;
    }
    if (memory.size() >= MOST) {
      memory.clear();
    }
    return memory.computeIfAbsent(key, made);
  }
}
