package org.commonsregistry.search.lucene;

import java.util.Arrays;
import java.util.List;

/**
 * What each clause of a question is worth: rare words more. Measured on the first page and kept for
 * the following ones. Immutable.
 */
final class Weights {
  private static final float STEP = 16;
  private static final int LEAST = 4;

  private final byte[] sixteenths;

  private Weights(byte[] sixteenths) {
    this.sixteenths = sixteenths;
  }

  static Weights of(byte[] sixteenths) {
    return new Weights(sixteenths.clone());
  }

  static Weights measured(List<Clause> clauses, TextQueries queries, int documents) {
    var weights = new byte[clauses.size()];
    for (int i = 0; i < weights.length; i++) {
      var sum = 0.0;
      for (var word : clauses.get(i).words()) {
        var frequency = Math.min(queries.frequency(word), documents);
        sum += Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
      }
      var average = sum / clauses.get(i).words().size();
      weights[i] = (byte) Math.clamp(Math.round(average * STEP), LEAST, 255);
    }
    return new Weights(weights);
  }

  float of(int clause) {
    return (sixteenths[clause] & 0xff) / STEP;
  }

  int size() {
    return sixteenths.length;
  }

  byte[] bytes() {
    return Arrays.copyOf(sixteenths, sixteenths.length);
  }
}
