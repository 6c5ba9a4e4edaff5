package org.commonsregistry.redundancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Every shingle of some benchmarks' items, to be held against texts that stream past. Open
 * addressing over primitive arrays: about 40 bytes a shingle. Immutable once made.
 */
final class BenchmarkTable {
  /** Shingles of all items together; more benchmarks take another pass. */
  static final int MOST_SHINGLES = 1_000_000;

  /** A shingle that more items have says nothing of any of them ("which of the following is …"). */
  private static final int FREQUENT = 10;

  private static final double FREQUENT_SHARE = 0.01;

  private final List<BenchmarkItem> items;
  private final long[] keys;
  private final int[] firstPosting;
  private final int[] postingItem;
  private final int[] postingShingle;
  private final int[] nextPosting;
  private final double[][] weights;
  private final Map<Long, List<Integer>> brief;
  private final int mask;

  BenchmarkTable(List<BenchmarkItem> items, Boilerplate boilerplate) {
    this.items = List.copyOf(items);
    var postings = items.stream().mapToInt(item -> item.shingles().length).sum();
    var slots = Math.max(16, Integer.highestOneBit(Math.max(1, postings)) * 4);
    mask = slots - 1;
    keys = new long[slots];
    firstPosting = new int[slots];
    Arrays.fill(firstPosting, -1);
    postingItem = new int[postings];
    postingShingle = new int[postings];
    nextPosting = new int[postings];
    brief = new HashMap<>();
    var next = 0;
    for (var i = 0; i < items.size(); i++) {
      var shingles = items.get(i).shingles();
      for (var s = 0; s < shingles.length; s++) {
        var slot = slot(shingles[s]);
        keys[slot] = shingles[s];
        postingItem[next] = i;
        postingShingle[next] = s;
        nextPosting[next] = firstPosting[slot];
        firstPosting[slot] = next++;
      }
      if (shingles.length == 0 && !items.get(i).tooShort()) {
        brief.computeIfAbsent(items.get(i).tokens()[0], t -> new ArrayList<>()).add(i);
      }
    }
    weights = new double[items.size()][];
    for (var i = 0; i < weights.length; i++) {
      weights[i] = weights(items.get(i), boilerplate);
    }
  }

  /** How rare each shingle is among the items; 0 for those that say nothing. */
  private double[] weights(BenchmarkItem item, Boilerplate boilerplate) {
    var most = Math.max(FREQUENT, FREQUENT_SHARE * items.size());
    return Arrays.stream(item.shingles())
        .mapToDouble(
            shingle -> {
              var having = having(shingle);
              return having > most || boilerplate.licence(shingle)
                  ? 0
                  : Math.log(1 + (double) items.size() / having);
            })
        .toArray();
  }

  private int having(long shingle) {
    var having = new HashSet<Integer>();
    for (var p = firstPosting[slot(shingle)]; p >= 0; p = nextPosting[p]) {
      having.add(postingItem[p]);
    }
    return having.size();
  }

  private int slot(long hash) {
    var slot = (int) (hash ^ hash >>> 29) & mask;
    while (firstPosting[slot] >= 0 && keys[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The first of the places a shingle has, -1 when it has none. */
  int first(long hash) {
    return firstPosting[slot(hash)];
  }

  int next(int place) {
    return nextPosting[place];
  }

  int item(int place) {
    return postingItem[place];
  }

  /** Which of the item's shingles. */
  int shingle(int place) {
    return postingShingle[place];
  }

  BenchmarkItem get(int item) {
    return items.get(item);
  }

  List<BenchmarkItem> items() {
    return items;
  }

  double[] weights(int item) {
    return weights[item];
  }

  /** Items without a shingle that begin with a token. */
  List<Integer> beginningWith(long token) {
    return brief.getOrDefault(token, List.of());
  }

  boolean hasShort() {
    return !brief.isEmpty();
  }
}
