package org.commonsregistry.classification.advisory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often answers were right, at one threshold.
 *
 * @param examples how many were asked about
 * @param answered how many got at least one answer
 * @param firstRight how many of those examples' best answers, threshold or not, were right
 * @param labels by label
 * @param calibrationError mean distance between confidence and share of right ones, weighted by
 *     count, over ten steps of confidence; only answers with a confidence of 0.1 or more
 * @param confusions a label given wrongly where another was right and not given, most frequent
 *     first
 */
record Tally(
    int examples,
    int answered,
    int firstRight,
    Map<String, Count> labels,
    double calibrationError,
    List<Confusion> confusions) {

  /**
   * @param right given and right
   * @param wrong given and not right
   * @param missed right and not given
   */
  record Count(int right, int wrong, int missed) {
    Count plus(boolean given, boolean isRight) {
      return new Count(
          right + (given && isRight ? 1 : 0),
          wrong + (given && !isRight ? 1 : 0),
          missed + (!given && isRight ? 1 : 0));
    }

    double precision() {
      return right + wrong == 0 ? Double.NaN : (double) right / (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? Double.NaN : (double) right / (right + missed);
    }
  }

  record Confusion(String right, String given, int times) {}

  static Tally of(List<CrossValidation.Answer> answers, double threshold) {
    var labels = new TreeMap<String, Count>();
    var confusions = new TreeMap<String, Map<String, Integer>>();
    var answered = 0;
    var firstRight = 0;
    var sums = new double[10];
    var rights = new int[10];
    var counts = new int[10];
    for (var answer : answers) {
      var best = "";
      var bestConfidence = -1.0;
      var given = new ArrayList<String>();
      for (var entry : answer.confidences().entrySet()) {
        var label = entry.getKey();
        var confidence = entry.getValue();
        var right = answer.right(label);
        if (confidence >= threshold) {
          given.add(label);
        }
        if (confidence > bestConfidence) {
          best = label;
          bestConfidence = confidence;
        }
        labels.merge(
            label,
            new Count(0, 0, 0).plus(confidence >= threshold, right),
            (a, b) -> new Count(a.right + b.right, a.wrong + b.wrong, a.missed + b.missed));
        if (confidence >= 0.1) {
          var step = Math.min(9, (int) (confidence * 10));
          sums[step] += confidence;
          rights[step] += right ? 1 : 0;
          counts[step]++;
        }
      }
      answered += given.isEmpty() ? 0 : 1;
      firstRight += answer.right(best) ? 1 : 0;
      count(answer.example().labels(), given, confusions);
    }
    var all = 0;
    var error = 0.0;
    for (var i = 0; i < 10; i++) {
      all += counts[i];
      error += Math.abs(sums[i] - rights[i]);
    }
    return new Tally(
        answers.size(),
        answered,
        firstRight,
        labels,
        all == 0 ? 0 : error / all,
        confusions.entrySet().stream()
            .flatMap(
                right ->
                    right.getValue().entrySet().stream()
                        .map(e -> new Confusion(right.getKey(), e.getKey(), e.getValue())))
            .sorted(Comparator.comparingInt(c -> -c.times()))
            .toList());
  }

  private static void count(
      Set<String> right, List<String> given, Map<String, Map<String, Integer>> confusions) {
    for (var wrong : given) {
      if (!right.contains(wrong)) {
        right.stream()
            .filter(label -> !given.contains(label))
            .forEach(
                label ->
                    confusions
                        .computeIfAbsent(label, l -> new TreeMap<>())
                        .merge(wrong, 1, Integer::sum));
      }
    }
  }

  Count total() {
    var total = new Count(0, 0, 0);
    for (var count : labels.values()) {
      total =
          new Count(
              total.right + count.right, total.wrong + count.wrong, total.missed + count.missed);
    }
    return total;
  }

  int given() {
    return total().right() + total().wrong();
  }

  double precision() {
    return total().precision();
  }

  double recall() {
    return total().recall();
  }
}
