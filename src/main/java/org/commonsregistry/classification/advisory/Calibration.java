package org.commonsregistry.classification.advisory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From a model's score to the share of such answers that were right on held-out data: isotonic
 * regression by pooling adjacent violators (Zadrozny and Elkan 2002,
 * https://doi.org/10.1145/775047.775151), one right answer less than counted, so that it never
 * reaches certainty. Immutable.
 *
 * @param steps ascending in both members
 */
record Calibration(List<Step> steps) {
  private static final int SMALLEST_STEP = 20;

  /**
   * @param score from here on
   * @param confidence 0 to 1, two decimals
   */
  record Step(double score, double confidence) {}

  /** One answer on held-out data. */
  record Outcome(double score, boolean right) {}

  private record Pool(double score, int right, int all) {
    double share() {
      return (double) right / (all + 1);
    }

    Pool with(Pool higher) {
      return new Pool(score, right + higher.right, all + higher.all);
    }
  }

  static Calibration fitted(List<Outcome> outcomes) {
    var sorted =
        outcomes.stream()
            .sorted(Comparator.comparingDouble(Outcome::score).thenComparing(Outcome::right))
            .toList();
    var pools = new ArrayList<Pool>();
    for (var from = 0; from < sorted.size(); from += SMALLEST_STEP) {
      var last = sorted.size() - from < 2 * SMALLEST_STEP;
      var part = sorted.subList(from, last ? sorted.size() : from + SMALLEST_STEP);
      var right = (int) part.stream().filter(Outcome::right).count();
      pools.add(new Pool(part.getFirst().score(), right, part.size()));
      while (pools.size() > 1 && pools.getLast().share() <= pools.get(pools.size() - 2).share()) {
        var higher = pools.removeLast();
        pools.add(pools.removeLast().with(higher));
      }
      if (last) {
        break;
      }
    }
    var steps = new ArrayList<Step>();
    for (var pool : pools) {
      steps.add(new Step(rounded(pool.score(), 10_000), rounded(pool.share(), 100)));
    }
    return new Calibration(List.copyOf(steps));
  }

  private static double rounded(double value, int parts) {
    return (double) Math.round(value * parts) / parts;
  }

  double confidence(double score) {
    var confidence = 0.0;
    for (var step : steps) {
      if (score >= step.score()) {
        confidence = step.confidence();
      }
    }
    return confidence;
  }
}
