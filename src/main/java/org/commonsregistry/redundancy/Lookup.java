package org.commonsregistry.redundancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.HoldingId;

/**
 * Where the hashes of a sample are: one question's work, not thread-safe. Only texts of holdings
 * that are admitted count, whatever the index still has.
 */
final class Lookup implements Fingerprints.Matches {
  private static final BitSet NOWHERE = new BitSet();
  private static final int[] NONE = {};

  /** Texts remembered of one hash; the datasets of all are counted. */
  private static final int TEXTS_OF_A_HASH = 64;

  private final long[] hashes;
  private final Predicate<HoldingId> admitted;
  private final Map<HoldingId, Integer> holdings = new HashMap<>();
  private final List<DatasetId> datasets = new ArrayList<>();
  private final Map<Text, Integer> numbers = new HashMap<>();
  private final List<Text> texts = new ArrayList<>();
  private final BitSet[] where;
  private final int[][] in;
  private final long[] frequency;
  private int current;

  /**
   * @param ordinal of the text in its holding
   */
  record Text(HoldingId holding, long ordinal) {}

  /**
   * @param hashes ascending, each once
   */
  Lookup(long[] hashes, Predicate<HoldingId> admitted) {
    this.hashes = hashes;
    this.admitted = admitted;
    where = new BitSet[hashes.length];
    in = new int[hashes.length][];
    frequency = new long[hashes.length];
  }

  @Override
  public void hash(long hash, int documents) {
    current = Arrays.binarySearch(hashes, hash);
    frequency[current] += documents;
  }

  @Override
  public void text(HoldingId holding, long ordinal, String language) {
    int dataset = holdings.computeIfAbsent(holding, this::dataset);
    if (dataset < 0) {
      return;
    }
    if (where[current] == null) {
      where[current] = new BitSet();
      in[current] = NONE;
    }
    where[current].set(dataset);
    var known = in[current];
    if (known.length < TEXTS_OF_A_HASH) {
      var text =
          numbers.computeIfAbsent(
              new Text(holding, ordinal),
              one -> {
                texts.add(one);
                return texts.size() - 1;
              });
      in[current] = Arrays.copyOf(known, known.length + 1);
      in[current][known.length] = text;
    }
  }

  /** The number of a holding's dataset, -1 when it is not admitted. */
  private int dataset(HoldingId holding) {
    if (!admitted.test(holding)) {
      return -1;
    }
    var number = datasets.indexOf(holding.dataset());
    if (number < 0) {
      datasets.add(holding.dataset());
    }
    return number < 0 ? datasets.size() - 1 : number;
  }

  int size() {
    return hashes.length;
  }

  long hash(int i) {
    return hashes[i];
  }

  /** Place of a hash that was asked for. */
  int place(long hash) {
    return Arrays.binarySearch(hashes, hash);
  }

  /** Numbers of the datasets that have it. */
  BitSet where(int i) {
    return where[i] == null ? NOWHERE : where[i];
  }

  /** Numbers of texts that have it. */
  int[] texts(int i) {
    return in[i] == null ? NONE : in[i];
  }

  /** How many texts have it, admitted or not. */
  long frequency(int i) {
    return frequency[i];
  }

  List<DatasetId> datasets() {
    return datasets;
  }

  Text text(int number) {
    return texts.get(number);
  }

  int textCount() {
    return texts.size();
  }
}
