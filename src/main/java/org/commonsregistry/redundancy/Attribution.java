package org.commonsregistry.redundancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Divides what was found among the collections it was found in, so that nothing counts twice: again
 * and again the collection that explains most of what is left ("gather" of the genome tool
 * sourmash).
 */
final class Attribution {
  private Attribution() {}

  /**
   * @param collection its number
   * @param explained what it alone is credited with
   * @param shared what it has of everything found, which may overlap with others
   */
  record Part(int collection, int explained, int shared) {}

  /**
   * @param where for everything that was found the numbers of the collections it is in
   * @param collections how many there are
   * @return those that explain something, most first; on a tie the lower number
   */
  static List<Part> of(List<BitSet> where, int collections) {
    var left = new ArrayList<>(where);
    left.removeIf(BitSet::isEmpty);
    var shared = counts(left, collections);
    var parts = new ArrayList<Part>();
    var counts = shared;
    while (!left.isEmpty()) {
      var best = 0;
      for (var i = 1; i < collections; i++) {
        best = counts[i] > counts[best] ? i : best;
      }
      var taken = best;
      parts.add(new Part(taken, counts[taken], shared[taken]));
      left.removeIf(in -> in.get(taken));
      counts = counts(left, collections);
    }
    return parts;
  }

  private static int[] counts(List<BitSet> where, int collections) {
    var counts = new int[collections];
    for (var in : where) {
      in.stream().forEach(i -> counts[i]++);
    }
    return Arrays.copyOf(counts, collections);
  }
}
