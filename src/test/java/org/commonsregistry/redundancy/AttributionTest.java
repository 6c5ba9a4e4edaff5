package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What was found is divided so that nothing counts twice and nothing is lost. */
class AttributionTest {

  @Property
  void partsAddUpToAllThatWasFound(
      @ForAll @Size(max = 200) List<@IntRange(max = 255) Integer> masks) {
    var where = new ArrayList<BitSet>();
    masks.forEach(mask -> where.add(BitSet.valueOf(new long[] {mask})));
    var parts = Attribution.of(where, 8);
    var found = masks.stream().filter(mask -> mask != 0).count();
    assertThat(parts.stream().mapToInt(Attribution.Part::explained).sum()).isEqualTo((int) found);
    assertThat(parts).allMatch(p -> p.explained() > 0 && p.explained() <= p.shared());
    assertThat(parts.stream().map(Attribution.Part::collection)).doesNotHaveDuplicates();
    assertThat(IntStream.range(1, parts.size()))
        .allMatch(i -> parts.get(i - 1).explained() >= parts.get(i).explained());
    for (var part : parts) {
      var having = masks.stream().filter(mask -> (mask >> part.collection() & 1) == 1).count();
      assertThat(part.shared()).isEqualTo((int) having);
    }
  }

  @Test
  void aCopyOfALargerCollectionIsCreditedWithNothing() {
    var where = new ArrayList<BitSet>();
    for (var i = 0; i < 10; i++) {
      where.add(BitSet.valueOf(new long[] {i < 4 ? 0b11 : 0b01}));
    }
    assertThat(Attribution.of(where, 2)).containsExactly(new Attribution.Part(0, 10, 10));
  }
}
