package org.commonsregistry.redundancy;

/**
 * Where a share lies with 95 % confidence.
 *
 * @param low from 0
 * @param high to 1
 */
public record Interval(double low, double high) {
  static final double Z = 1.959963984540054;
  static final Interval ANYTHING = new Interval(0, 1);

  public Interval {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("no interval of shares: " + low + " to " + high);
    }
  }

  /** Wilson's score interval for so many found among so many asked for. */
  static Interval wilson(long found, long asked) {
    if (found < 0 || found > asked) {
      throw new IllegalArgumentException(found + " of " + asked);
    }
    if (asked == 0) {
      return ANYTHING;
    }
    var n = (double) asked;
    var z2 = Z * Z;
    var middle = (found + z2 / 2) / (n + z2);
    var half = Z / (n + z2) * Math.sqrt(found * (n - found) / n + z2 / 4);
    return new Interval(
        found == 0 ? 0 : Math.max(0, middle - half),
        found == asked ? 1 : Math.min(1, middle + half));
  }

  static Interval around(double middle, double half) {
    return new Interval(Math.clamp(middle - half, 0, 1), Math.clamp(middle + half, 0, 1));
  }

  double width() {
    return high - low;
  }

  Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }
}
