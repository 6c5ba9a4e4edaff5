package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.commonsregistry.ruleset.Zone;

/**
 * A picture of what moves between zones: each zone has a row, and each kind of move a band from its
 * zone at the left to its zone at the right, as thick as its share. What stays is not drawn, or
 * small changes of a large catalogue could not be seen. {@value #WIDTH} wide, {@value #ROW} high
 * for each zone.
 *
 * @param rows one per zone, from the freest
 * @param bands only moves that happen
 */
public record ZoneFlow(List<Row> rows, List<Band> bands) {
  public static final int WIDTH = 100;
  public static final int ROW = 100;
  private static final double THICKEST = 72;
  private static final double THINNEST = 2;

  /** How many datasets are in a zone before and after, and how many go and come. */
  public record Row(String zone, long before, long after, long leave, long arrive) {}

  /**
   * @param path outline for SVG
   */
  public record Band(
      Zone from, Zone to, ZoneMove move, long count, double thickness, String path) {}

  static ZoneFlow of(ToLongBiFunction<Zone, Zone> counts) {
    var rows = new ArrayList<Row>();
    var most = 1L;
    for (var zone : Zone.values()) {
      var stay = counts.applyAsLong(zone, zone);
      var leave = 0L;
      var arrive = 0L;
      for (var other : Zone.values()) {
        if (other != zone) {
          leave += counts.applyAsLong(zone, other);
          arrive += counts.applyAsLong(other, zone);
        }
      }
      rows.add(new Row(zone.token(), stay + leave, stay + arrive, leave, arrive));
      most = Math.max(most, Math.max(leave, arrive));
    }
    return new ZoneFlow(rows, bands(counts, THICKEST / most));
  }

  private record Move(Zone from, Zone to, long count, double thickness) {}

  private static List<Band> bands(ToLongBiFunction<Zone, Zone> counts, double scale) {
    var moves = new ArrayList<Move>();
    for (var from : Zone.values()) {
      for (var to : Zone.values()) {
        var count = counts.applyAsLong(from, to);
        if (from != to && count > 0) {
          moves.add(new Move(from, to, count, Math.max(THINNEST, count * scale)));
        }
      }
    }
    var left = tops(moves, true);
    var right = tops(moves, false);
    // In the order of zones on both sides, bands of one zone do not cross at its edge.
    return moves.stream()
        .map(
            move ->
                new Band(
                    move.from(),
                    move.to(),
                    ZoneMove.of(move.from(), move.to()),
                    move.count(),
                    move.thickness(),
                    path(
                        left.merge(move.from(), move.thickness(), Double::sum) - move.thickness(),
                        right.merge(move.to(), move.thickness(), Double::sum) - move.thickness(),
                        move.thickness())))
        .toList();
  }

  /** Where the first band of each zone begins, so that all of them are in the middle of its row. */
  private static Map<Zone, Double> tops(List<Move> moves, boolean left) {
    var tops = new EnumMap<Zone, Double>(Zone.class);
    for (var zone : Zone.values()) {
      var thickness =
          moves.stream()
              .filter(move -> (left ? move.from() : move.to()) == zone)
              .mapToDouble(Move::thickness)
              .sum();
      tops.put(zone, zone.ordinal() * ROW + (ROW - thickness) / 2);
    }
    return tops;
  }

  private static String path(double left, double right, double thickness) {
    return String.format(
        Locale.ROOT,
        "M0 %.1fC50 %.1f 50 %.1f 100 %.1fV%.1fC50 %.1f 50 %.1f 0 %.1fZ",
        left,
        left,
        right,
        right,
        right + thickness,
        right + thickness,
        left + thickness,
        left + thickness);
  }
}
