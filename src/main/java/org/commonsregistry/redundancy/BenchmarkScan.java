package org.commonsregistry.redundancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.fingerprint.Tokens;

/**
 * Holds one text after another against a table of benchmark items. An item is found in a text when,
 * within a window little longer than itself, its shingles are there by at least {@value #COVERED}
 * of their weight, rare ones weighing more; or {@value #MANY} of them and at least {@value #HALF}
 * of the weight, with the item's answer close by where one is marked. Not thread-safe.
 */
final class BenchmarkScan {
  static final double COVERED = 0.8;
  static final double HALF = 0.5;
  static final int MANY = 8;

  /** Tokens a window has beyond twice the item. */
  private static final int SLACK = 32;

  /** Occurrences of one item in one text that are looked at. */
  private static final int MOST_HITS = 100_000;

  private final BenchmarkTable table;

  BenchmarkScan(BenchmarkTable table) {
    this.table = table;
  }

  /**
   * @param item its number in the table
   * @param share of the item's weight that stands in the text
   * @param start first character in the text, in UTF-16 units; the end is exclusive
   */
  record Hit(int item, double share, boolean answer, int start, int end) {}

  /** Each item at most once, where most of it stands. */
  List<Hit> of(CharSequence text) {
    var places = new HashMap<Integer, Places>();
    Fp1.shingles(
        text,
        (hash, first, last) -> {
          for (var p = table.first(hash); p >= 0; p = table.next(p)) {
            places
                .computeIfAbsent(table.item(p), item -> new Places())
                .add(first, last, table.shingle(p));
          }
        });
    if (places.isEmpty() && !table.hasShort()) {
      return List.of();
    }
    var tokens = Fp1.tokens(text);
    var hits = new ArrayList<Hit>();
    places.forEach((item, found) -> window(item, found, tokens, hits));
    if (table.hasShort()) {
      brief(tokens, hits);
    }
    hits.sort(Comparator.comparingInt(Hit::item));
    return hits;
  }

  /** Where the shingles of an item stand, in order. */
  private static final class Places {
    private int[] first = new int[8];
    private int[] last = new int[8];
    private int[] shingle = new int[8];
    private int count;

    void add(int firstToken, int lastToken, int which) {
      if (count == MOST_HITS) {
        return;
      }
      if (count == first.length) {
        first = Arrays.copyOf(first, 2 * count);
        last = Arrays.copyOf(last, 2 * count);
        shingle = Arrays.copyOf(shingle, 2 * count);
      }
      first[count] = firstToken;
      last[count] = lastToken;
      shingle[count++] = which;
    }
  }

  private void window(int number, Places found, Tokens tokens, List<Hit> hits) {
    var item = table.get(number);
    var weights = table.weights(number);
    var all = Arrays.stream(weights).sum();
    var plain = all == 0; // nothing in it is its own: only the whole of it counts
    var total = plain ? weights.length : all;
    var width = 2 * item.tokens().length + SLACK;
    var inside = new int[weights.length];
    var covered = 0.0;
    var distinct = 0;
    var best = 0.0;
    var bestDistinct = 0;
    var from = 0;
    var to = 0;
    for (int left = 0, right = 0; right < found.count; right++) {
      var entering = found.shingle[right];
      if (inside[entering]++ == 0) {
        covered += plain ? 1 : weights[entering];
        distinct++;
      }
      while (found.last[right] - found.first[left] >= width) {
        var leaving = found.shingle[left++];
        if (--inside[leaving] == 0) {
          covered -= plain ? 1 : weights[leaving];
          distinct--;
        }
      }
      if (covered > best + 1e-9) {
        best = covered;
        bestDistinct = distinct;
        from = found.first[left];
        to = found.last[right];
      }
    }
    var share = Math.min(1, best / total);
    var answer = item.hasAnswer() && answerNear(item, tokens, from, to);
    var whole = share > 1 - 1e-9;
    var decided =
        plain
            ? whole && bestDistinct == weights.length
            : share >= COVERED
                || share >= HALF && bestDistinct >= MANY && (answer || !item.hasAnswer());
    if (decided) {
      hits.add(new Hit(number, share, answer, tokens.start(from), tokens.end(to)));
    }
  }

  /** Whether the answer's tokens stand in a row in or shortly behind the question. */
  private static boolean answerNear(BenchmarkItem item, Tokens tokens, int from, int to) {
    var answer = item.answerTokens();
    var end = Math.min(tokens.count() - answer.length, to + SLACK);
    for (var at = from; at <= end; at++) {
      var same = 0;
      while (same < answer.length && tokens.hash(at + same) == answer[same]) {
        same++;
      }
      if (same == answer.length) {
        return true;
      }
    }
    return false;
  }

  /** Items of fewer than eight words: the whole of them, word for word. */
  private void brief(Tokens tokens, List<Hit> hits) {
    var found = new HashSet<Integer>();
    for (var at = 0; at < tokens.count(); at++) {
      for (var number : table.beginningWith(tokens.hash(at))) {
        var wanted = table.get(number).tokens();
        var same = 0;
        while (same < wanted.length
            && at + same < tokens.count()
            && tokens.hash(at + same) == wanted[same]) {
          same++;
        }
        if (same == wanted.length && found.add(number)) {
          var last = at + same - 1;
          hits.add(
              new Hit(
                  number, 1, table.get(number).hasAnswer(), tokens.start(at), tokens.end(last)));
        }
      }
    }
  }
}
