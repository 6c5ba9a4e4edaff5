package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.commonsregistry.ruleset.Zone;
import org.junit.jupiter.api.Test;

class ZoneFlowTest {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  @Test
  void whatStaysIsNotDrawn() {
    var flow = ZoneFlow.of((from, to) -> from == to ? 1_000_000 : 0);
    assertThat(flow.bands()).isEmpty();
    assertThat(flow.rows())
        .extracting(ZoneFlow.Row::zone)
        .containsExactly("commons", "use-restricted", "market", "undetermined");
    assertThat(flow.rows()).allMatch(row -> row.before() == row.after() && row.leave() == 0);
  }

  @Test
  void aMoveIsSeenHoweverSmallItsShare() {
    var flow =
        ZoneFlow.of(
            (from, to) ->
                from == Zone.COMMONS && to == Zone.MARKET
                    ? 1
                    : from == Zone.UNDETERMINED && to == Zone.COMMONS ? 1_000_000 : 0);
    assertThat(flow.bands())
        .extracting(ZoneFlow.Band::move)
        .containsExactly(ZoneMove.STRICTER, ZoneMove.DECIDED);
    assertThat(flow.bands()).allMatch(band -> band.thickness() >= 2);
    assertThat(flow.rows().getFirst())
        .isEqualTo(new ZoneFlow.Row("commons", 1, 1_000_000, 1, 1_000_000));
  }

  /** Whatever moves, numbers add up and bands keep to the rows of their zones. */
  @Property(tries = 300)
  void bandsStayInTheirRowsAndAreAsThickAsTheirShare(
      @ForAll @Size(16) List<@LongRange(min = 0, max = 5_000_000) Long> counts) {
    var flow = ZoneFlow.of((from, to) -> counts.get(from.ordinal() * 4 + to.ordinal()));
    assertThat(flow.rows().stream().mapToLong(ZoneFlow.Row::before).sum())
        .isEqualTo(counts.stream().mapToLong(Long::longValue).sum())
        .isEqualTo(flow.rows().stream().mapToLong(ZoneFlow.Row::after).sum());
    for (var band : flow.bands()) {
      var numbers =
          NUMBER
              .matcher(band.path())
              .results()
              .mapToDouble(n -> Double.parseDouble(n.group()))
              .toArray();
      var left = numbers[1];
      var right = numbers[7];
      assertThat(left).isBetween(row(band.from()), row(band.from()) + ZoneFlow.ROW);
      assertThat(left + band.thickness()).isLessThanOrEqualTo(row(band.from()) + ZoneFlow.ROW);
      assertThat(right).isBetween(row(band.to()), row(band.to()) + ZoneFlow.ROW);
      assertThat(numbers[8] - right).isCloseTo(band.thickness(), within(0.11));
    }
    for (var one : flow.bands()) {
      for (var other : flow.bands()) {
        if (one.count() > other.count()) {
          assertThat(one.thickness()).isGreaterThanOrEqualTo(other.thickness());
        }
      }
    }
  }

  private static double row(Zone zone) {
    return zone.ordinal() * ZoneFlow.ROW;
  }
}
