package org.commonsregistry.classification.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void theConfidenceIsTheShareThatWasRight() {
    var random = new Random(7);
    var outcomes = new ArrayList<Calibration.Outcome>();
    for (var i = 0; i < 20_000; i++) {
      var score = random.nextDouble();
      outcomes.add(new Calibration.Outcome(score, random.nextDouble() < score * score));
    }
    var calibration = Calibration.fitted(outcomes);
    for (var score : List.of(0.1, 0.3, 0.5, 0.7, 0.9)) {
      assertThat(calibration.confidence(score))
          .isCloseTo(score * score, org.assertj.core.data.Offset.offset(0.07));
    }
  }

  @Property
  void aHigherScoreNeverHasLessConfidenceAndNoneIsCertain(
      @ForAll long seed,
      @ForAll @IntRange(max = 300) int count,
      @ForAll @DoubleRange(max = 1) double low,
      @ForAll @DoubleRange(max = 1) double high) {
    var random = new Random(seed);
    var outcomes = new ArrayList<Calibration.Outcome>();
    for (var i = 0; i < count; i++) {
      outcomes.add(new Calibration.Outcome(random.nextDouble(), random.nextInt(3) == 0));
    }
    var calibration = Calibration.fitted(outcomes);
    assertThat(calibration.confidence(Math.min(low, high)))
        .isBetween(0.0, calibration.confidence(Math.max(low, high)));
    assertThat(calibration.confidence(1)).isLessThan(1);
  }

  @Test
  void withoutHeldOutAnswersThereIsNoConfidence() {
    assertThat(Calibration.fitted(List.of()).confidence(0.99)).isZero();
  }
}
