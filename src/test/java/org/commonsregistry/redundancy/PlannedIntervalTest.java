package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What documents say about the collection they are drawn from. */
class PlannedIntervalTest {

  @Test
  void tooFewDocumentsSayNothing() {
    assertThat(PlannedInterval.of(new long[9], fill(9, 100))).isEmpty();
    assertThat(PlannedInterval.of(new long[30], new long[30])).isEmpty();
    assertThat(PlannedInterval.of(new long[10], fill(10, 100))).isPresent();
  }

  @Test
  void documentsThatAllAgreeStillLeaveRoomForOthers() {
    var none = PlannedInterval.of(new long[20], fill(20, 100)).orElseThrow();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.15, within(1e-9));
    var all = PlannedInterval.of(fill(60, 100), fill(60, 100)).orElseThrow();
    assertThat(all.low()).isCloseTo(0.95, within(1e-9));
  }

  @Property(tries = 200)
  void theOrderOfDocumentsAndThoseWithoutHashesMakeNoDifference(
      @ForAll @IntRange(min = 50, max = 80) int documents, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    var found = new long[documents + 1];
    var asked = new long[documents + 1];
    var foundBackwards = new long[documents];
    var askedBackwards = new long[documents];
    for (var i = 0; i < documents; i++) {
      asked[i] = 1 + random.nextInt(100);
      found[i] = random.nextLong(asked[i] + 1);
      foundBackwards[documents - 1 - i] = found[i];
      askedBackwards[documents - 1 - i] = asked[i];
    }
    var one = PlannedInterval.of(found, asked).orElseThrow();
    var other = PlannedInterval.of(foundBackwards, askedBackwards).orElseThrow();
    assertThat(one.low()).isCloseTo(other.low(), within(1e-9));
    assertThat(one.high()).isCloseTo(other.high(), within(1e-9));
  }

  /** Documents of uneven length, some copied, most new, some edited: drawn again and again. */
  @Test
  void itCoversTheTruthOfTheWholeCollection() {
    assertThat(coverage(60, 1_500)).isBetween(0.93, 0.977);
    assertThat(coverage(25, 1_500)).isBetween(0.90, 0.98);
  }

  private static double coverage(int documents, int trials) {
    var random = new SplittableRandom(documents);
    var all = 20_000;
    var found = new long[all];
    var asked = new long[all];
    var k = 0L;
    var n = 0L;
    for (var i = 0; i < all; i++) {
      asked[i] = 20 + random.nextInt(80);
      var kind = random.nextInt(10);
      var share = kind < 3 ? 0.9 : kind < 5 ? random.nextDouble() : 0.05;
      found[i] = Math.round(asked[i] * share);
      k += found[i];
      n += asked[i];
    }
    var truth = (double) k / n;
    var covered = 0;
    for (var trial = 0; trial < trials; trial++) {
      var someFound = new long[documents];
      var someAsked = new long[documents];
      for (var i = 0; i < documents; i++) {
        var drawn = random.nextInt(all);
        someFound[i] = found[drawn];
        someAsked[i] = asked[drawn];
      }
      var interval = PlannedInterval.of(someFound, someAsked).orElseThrow();
      covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    return (double) covered / trials;
  }

  @Test
  void knowsStudentsQuantiles() {
    assertThat(Normal.student(9)).isCloseTo(2.2622, within(0.001));
    assertThat(Normal.student(49)).isCloseTo(2.0096, within(0.001));
    assertThat(Normal.below(1.96)).isCloseTo(0.9750021, within(1e-7));
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959964, within(1e-6));
  }

  private static long[] fill(int length, long value) {
    var filled = new long[length];
    java.util.Arrays.fill(filled, value);
    return filled;
  }
}
