package org.commonsregistry.redundancy;

/** The normal distribution, and Student's by way of it. */
final class Normal {
  private static final int STEPS = 60;
  private static final double FARTHEST = 8;

  private Normal() {}

  /** Probability below x; by its series within, which ends fast, to 1e-12. */
  static double below(double x) {
    if (Math.abs(x) >= FARTHEST) {
      return x > 0 ? 1 : 0;
    }
    var term = x;
    var sum = x;
    for (var i = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && i < 400; i++) {
      term *= x * x / (2 * i + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The x with so much probability below it, by halving. */
  static double quantile(double probability) {
    var low = -FARTHEST;
    var high = FARTHEST;
    for (var i = 0; i < STEPS; i++) {
      var middle = (low + high) / 2;
      if (below(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * The two-sided 95 % quantile of Student's distribution (Cornish and Fisher's expansion; to 0.001
   * from 9 degrees on).
   */
  static double student(int degrees) {
    var z = Interval.Z;
    var z3 = z * z * z;
    var z5 = z3 * z * z;
    var z7 = z5 * z * z;
    double v = degrees;
    return z
        + (z3 + z) / (4 * v)
        + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
  }
}
