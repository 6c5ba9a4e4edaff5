package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Figures come with the uncertainty they really have. */
class IntervalTest {

  @Property
  void theShareItselfIsInsideAndMoreEvidenceIsNarrower(
      @ForAll @LongRange(min = 1, max = 100_000) long asked,
      @ForAll @LongRange(min = 0, max = 100_000) long some) {
    var found = some % (asked + 1);
    var interval = Interval.wilson(found, asked);
    assertThat((double) found / asked).isBetween(interval.low(), interval.high());
    assertThat(Interval.wilson(4 * found, 4 * asked).width()).isLessThan(interval.width());
  }

  @Test
  void isWilsonsInterval() {
    var known = Interval.wilson(10, 50); // Newcombe 1998, checked by hand
    assertThat(known.low()).isCloseTo(0.1124, within(0.0001));
    assertThat(known.high()).isCloseTo(0.3304, within(0.0001));
    assertThat(Interval.wilson(0, 0)).isEqualTo(Interval.ANYTHING);
    assertThat(Interval.wilson(0, 100).low()).isZero();
    assertThat(Interval.wilson(0, 100).high()).isLessThan(0.04);
  }

  /** Shingles are kept by their hash, as in a sketch; the truth is known for all of them. */
  @Test
  void itCoversTheTruthAsOftenAsItSays() {
    var random = new SplittableRandom(20_261);
    var trials = 0;
    var covered = 0;
    for (var scale : new int[] {16, 64}) {
      for (var truth : new double[] {0.02, 0.1, 0.3, 0.5, 0.8, 0.95}) {
        for (var trial = 0; trial < 500; trial++) {
          var shingles = 17_000;
          var there = Math.round(truth * shingles);
          var found = 0L;
          var asked = 0L;
          for (var i = 0; i < shingles; i++) {
            if (random.nextLong() >>> 1 < Long.MAX_VALUE / scale) {
              asked++;
              found += i < there ? 1 : 0;
            }
          }
          var interval = Interval.wilson(found, asked);
          var exact = (double) there / shingles;
          trials++;
          covered += interval.low() <= exact && exact <= interval.high() ? 1 : 0;
        }
      }
    }
    assertThat(trials).isGreaterThanOrEqualTo(3_000);
    assertThat((double) covered / trials).isBetween(0.93, 0.977);
  }
}
