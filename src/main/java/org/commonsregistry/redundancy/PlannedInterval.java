package org.commonsregistry.redundancy;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What the documents shown say about a larger collection that they are a sample of: documents are
 * drawn, not words, so their differences count. Ratio estimator with Student's t from {@value
 * #BOOTSTRAP_BELOW} documents on; below that the bias-corrected and accelerated bootstrap over
 * documents (Efron 1987).
 */
final class PlannedInterval {
  /** With fewer nothing is said. */
  static final int FEWEST = 10;

  static final int BOOTSTRAP_BELOW = 50;
  private static final int RESAMPLES = 2_000;

  private final long[] found;
  private final long[] asked;

  private PlannedInterval(long[] found, long[] asked) {
    this.found = found;
    this.asked = asked;
  }

  /**
   * Hashes found and asked for, by document; those for which none was asked say nothing. Empty when
   * there are too few documents. The same input gives the same interval.
   */
  static Optional<Interval> of(long[] found, long[] asked) {
    var kept = new int[] {0};
    var foundHere = new long[found.length];
    var askedHere = new long[found.length];
    for (var i = 0; i < found.length; i++) {
      if (asked[i] > 0) {
        foundHere[kept[0]] = found[i];
        askedHere[kept[0]++] = asked[i];
      }
    }
    var m = kept[0];
    return m < FEWEST
        ? Optional.empty()
        : Optional.of(
            new PlannedInterval(Arrays.copyOf(foundHere, m), Arrays.copyOf(askedHere, m)).get());
  }

  private Interval get() {
    var k = Arrays.stream(found).sum();
    var n = Arrays.stream(asked).sum();
    // When all documents agree, the spread among them is 0; the rule of three still bounds what
    // share of the other documents can differ.
    var three = Math.min(1, 3.0 / found.length);
    if (k == 0) {
      return new Interval(0, three);
    }
    if (k == n) {
      return new Interval(1 - three, 1);
    }
    return found.length < BOOTSTRAP_BELOW ? bootstrap(k, n) : ratio(k, n);
  }

  private Interval ratio(long k, long n) {
    var m = found.length;
    var share = (double) k / n;
    var squares = 0.0;
    for (var i = 0; i < m; i++) {
      var off = found[i] - share * asked[i];
      squares += off * off;
    }
    var mean = (double) n / m;
    var deviation = Math.sqrt(squares / (m - 1) / m) / mean;
    return Interval.around(share, Normal.student(m - 1) * deviation);
  }

  private Interval bootstrap(long k, long n) {
    var m = found.length;
    var share = (double) k / n;
    var random = new SplittableRandom(31 * k + n);
    var shares = new double[RESAMPLES];
    var below = 0.0;
    for (var b = 0; b < RESAMPLES; b++) {
      var bk = 0L;
      var bn = 0L;
      for (var i = 0; i < m; i++) {
        var drawn = random.nextInt(m);
        bk += found[drawn];
        bn += asked[drawn];
      }
      shares[b] = (double) bk / bn;
      below += shares[b] < share ? 1 : shares[b] == share ? 0.5 : 0;
    }
    Arrays.sort(shares);
    var bias = Normal.quantile(Math.clamp(below / RESAMPLES, 0.001, 0.999));
    var acceleration = acceleration(k, n);
    return new Interval(
        at(shares, bias, acceleration, -Interval.Z), at(shares, bias, acceleration, Interval.Z));
  }

  private double acceleration(long k, long n) {
    var m = found.length;
    var without = new double[m];
    for (var i = 0; i < m; i++) {
      without[i] = (double) (k - found[i]) / (n - asked[i]);
    }
    var mean = Arrays.stream(without).average().orElseThrow();
    var squares = 0.0;
    var cubes = 0.0;
    for (var one : without) {
      var off = mean - one;
      squares += off * off;
      cubes += off * off * off;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double at(double[] sorted, double bias, double acceleration, double z) {
    var shifted = bias + (bias + z) / (1 - acceleration * (bias + z));
    var place = (int) Math.floor(Normal.below(shifted) * sorted.length);
    return sorted[Math.clamp(place, 0, sorted.length - 1)];
  }
}
