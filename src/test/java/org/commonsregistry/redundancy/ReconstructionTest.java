package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonsregistry.fingerprint.Fp1;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two attackers who have a sketch and want its text. Both know eight words at many places of it,
 * and every word it uses; the second also has a language model of texts of the same kind. Each word
 * they add is confirmed when the shingle it ends is in the sketch.
 */
class ReconstructionTest {
  private static final int ANCHOR = 8;
  private static final int PASSAGE = 8;
  private static final int BEAM = 64;

  /** Guesses of the beam for which every word of the lexicon is tried. */
  private static final int THOROUGH = 6;

  private static final int PROPOSED = 64;
  private static final int STEPS = 24;

  private static List<String> secret;
  private static List<List<String>> published;
  private static Set<String> lexicon;

  @BeforeAll
  static void read() throws IOException {
    published = new ArrayList<>();
    try (var files = Files.walk(Path.of("data", "texts"))) {
      for (var file :
          files
              .filter(f -> f.toString().endsWith(".md") || f.toString().endsWith(".txt"))
              .sorted()
              .toList()) {
        var words = words(Files.readString(file));
        if (words.size() > 300 && words.stream().filter("the"::equals).count() > 10) {
          published.add(words);
        }
      }
    }
    secret = published.remove(published.size() / 2);
    lexicon = new LinkedHashSet<>(secret);
    published.forEach(lexicon::addAll);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Set<Long> sketch(int scale) {
    var kept = new HashSet<Long>();
    for (var hash : Fp1.sketch(String.join(" ", secret), scale).hashes()) {
      kept.add(hash);
    }
    return kept;
  }

  private static boolean confirmed(List<String> words, Set<Long> sketch) {
    var found = new boolean[1];
    Fp1.shingles(
        String.join(" ", words.subList(words.size() - 8, words.size())),
        (hash, first, last) -> found[0] |= sketch.contains(hash));
    return found[0];
  }

  private static List<Integer> places() {
    var places = new ArrayList<Integer>();
    for (var at = 0; at + ANCHOR + STEPS < secret.size(); at += 17) {
      places.add(at);
    }
    return places;
  }

  /** The longest run of right words that the greedy attacker gets behind any anchor. */
  private static int greedy(int scale) {
    var sketch = sketch(scale);
    var longest = 0;
    for (var at : places()) {
      var known = new ArrayList<>(secret.subList(at, at + ANCHOR));
      for (var more = true; more && known.size() < ANCHOR + STEPS; ) {
        more = false;
        for (var word : lexicon) {
          known.add(word);
          if (confirmed(known, sketch)) {
            more = true;
            break;
          }
          known.removeLast();
        }
      }
      longest = Math.max(longest, right(known, at));
    }
    return longest;
  }

  private static int right(List<String> words, int at) {
    var right = ANCHOR;
    while (right < words.size() && words.get(right).equals(secret.get(at + right))) {
      right++;
    }
    return right - ANCHOR;
  }

  /** Counts of what follows one and two words. */
  private static final class Model {
    private final Map<String, Map<String, Integer>> after = new HashMap<>();
    private final Map<String, Integer> single = new HashMap<>();

    Model(List<List<String>> texts) {
      for (var text : texts) {
        for (var i = 0; i < text.size(); i++) {
          single.merge(text.get(i), 1, Integer::sum);
          if (i > 0) {
            follow(text.get(i - 1), text.get(i));
          }
          if (i > 1) {
            follow(text.get(i - 2) + " " + text.get(i - 1), text.get(i));
          }
        }
      }
    }

    private void follow(String context, String word) {
      after.computeIfAbsent(context, c -> new HashMap<>()).merge(word, 1, Integer::sum);
    }

    /** The likeliest next words with the logarithm of their probability (stupid back-off). */
    Map<String, Double> next(List<String> words) {
      var scores = new HashMap<String, Double>();
      var n = words.size();
      score(scores, after.getOrDefault(words.get(n - 2) + " " + words.get(n - 1), Map.of()), 0);
      score(scores, after.getOrDefault(words.get(n - 1), Map.of()), Math.log(0.4));
      score(scores, single, Math.log(0.16));
      var best = new HashMap<String, Double>();
      scores.entrySet().stream()
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .limit(PROPOSED)
          .forEach(e -> best.put(e.getKey(), e.getValue()));
      return best;
    }

    private static void score(Map<String, Double> to, Map<String, Integer> counts, double less) {
      double all = counts.values().stream().mapToInt(Integer::intValue).sum();
      counts.forEach((word, n) -> to.merge(word, Math.log(n / all) + less, Math::max));
    }
  }

  private record Guess(List<String> words, double score, int confirmedTo) {}

  /**
   * The same for the attacker with a model, who also guesses across shingles that were not kept.
   */
  private static int guided(int scale) {
    var sketch = sketch(scale);
    var model = new Model(published);
    var longest = 0;
    for (var at : places()) {
      var beam = List.of(new Guess(secret.subList(at, at + ANCHOR), 0, ANCHOR));
      for (var step = 0; step < STEPS; step++) {
        var next = new ArrayList<Guess>();
        for (var i = 0; i < beam.size(); i++) {
          var guess = beam.get(i);
          var candidates = model.next(guess.words());
          if (i < THOROUGH) {
            lexicon.forEach(word -> candidates.putIfAbsent(word, -20.0));
          }
          for (var candidate : candidates.entrySet()) {
            var words = new ArrayList<>(guess.words());
            words.add(candidate.getKey());
            var hit = confirmed(words, sketch);
            if (hit || candidate.getValue() > -20) {
              next.add(
                  new Guess(
                      words,
                      guess.score() + candidate.getValue() + (hit ? 60 : 0),
                      hit ? words.size() : guess.confirmedTo()));
            }
          }
        }
        next.sort(Comparator.comparingDouble(Guess::score).reversed());
        beam = List.copyOf(next.subList(0, Math.min(BEAM, next.size())));
        for (var guess : beam) {
          longest = Math.max(longest, right(guess.words().subList(0, guess.confirmedTo()), at));
        }
      }
    }
    return longest;
  }

  @Test
  void bothAttacksWorkOnEveryShingle() {
    assertThat(greedy(1)).isEqualTo(STEPS);
    assertThat(guided(1)).isEqualTo(STEPS);
  }

  @Test
  void theGreedyAttackRecoversNoPassageFromASketch() {
    assertThat(greedy(FingerprintIndex.SCALE)).isLessThan(PASSAGE);
  }

  @Test
  void theAttackGuidedByALanguageModelRecoversNoPassageFromASketch() {
    assertThat(guided(FingerprintIndex.SCALE)).isLessThan(PASSAGE);
  }
}
