package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.HoldingId;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of each dataset's texts at a scale at which all of them together fit into memory;
 * boilerplate is left out. Made when asked for and kept until the index or what stands changes.
 * Thread-safe.
 */
@Singleton
final class Portraits {
  /** Of all datasets together. */
  static final long MOST_HASHES = 500_000;

  private final FingerprintIndex index;
  private final Admission admission;
  private final Boilerplate boilerplate;
  private @Nullable Kept kept;

  Portraits(FingerprintIndex index, Admission admission, Boilerplate boilerplate) {
    this.index = index;
    this.admission = admission;
    this.boilerplate = boilerplate;
  }

  /**
   * @param hashes by dataset, ascending, each once
   */
  record All(int scale, Map<DatasetId, long[]> hashes) {}

  private record Kept(long reached, Set<HoldingId> admitted, All all) {}

  synchronized All all() {
    var admitted = admission.now().open();
    var reached = index.reached();
    var known = kept;
    if (known == null || known.reached() != reached || !known.admitted().equals(admitted)) {
      known = new Kept(reached, admitted, index.read(state -> made(state, admitted)));
      kept = known;
    }
    return known.all();
  }

  private All made(Fingerprints state, Set<HoldingId> admitted) {
    var total =
        state.tallies().stream()
            .filter(tally -> admitted.contains(tally.holding()))
            .mapToLong(Fingerprints.Tally::hashes)
            .sum();
    var scale = FingerprintIndex.SCALE;
    while (total * FingerprintIndex.SCALE / scale > MOST_HASHES) {
      scale *= 2;
    }
    var growing = new HashMap<DatasetId, Growing>();
    state.walk(
        0,
        end(scale),
        new Fingerprints.Matches() {
          private long current;
          private boolean counts;

          @Override
          public void hash(long hash, int documents) {
            current = hash;
            counts = !boilerplate.licence(hash);
          }

          @Override
          public void text(HoldingId holding, long ordinal, String language) {
            if (counts && admitted.contains(holding)) {
              growing.computeIfAbsent(holding.dataset(), id -> new Growing()).add(current);
            }
          }
        });
    var hashes = new TreeMap<DatasetId, long[]>(java.util.Comparator.comparing(DatasetId::slug));
    growing.forEach((id, some) -> hashes.put(id, some.sorted()));
    return new All(scale, hashes);
  }

  /** The hash behind the last one of a scale. */
  static long end(int scale) {
    return 1L << (Long.SIZE - Integer.numberOfTrailingZeros(scale));
  }

  private static final class Growing {
    private long[] hashes = new long[64];
    private int count;

    void add(long hash) {
      if (count > 0 && hashes[count - 1] == hash) {
        return;
      }
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
      }
      hashes[count++] = hash;
    }

    long[] sorted() {
      return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
    }
  }

  /** How many hashes two have in common. */
  static long common(long[] one, long[] other) {
    var common = 0L;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
