package org.commonsregistry.classification;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.commonsregistry.ruleset.Zone;

/** How many items went from which zone to which: 4 × 4 counts. Not thread-safe. */
final class Transitions {
  private final long[][] counts = new long[Zone.values().length][Zone.values().length];

  void add(Zone from, Zone to) {
    counts[from.ordinal()][to.ordinal()]++;
  }

  void addAll(Transitions other) {
    for (var from : Zone.values()) {
      for (var to : Zone.values()) {
        counts[from.ordinal()][to.ordinal()] += other.count(from, to);
      }
    }
  }

  long count(Zone from, Zone to) {
    return counts[from.ordinal()][to.ordinal()];
  }

  long moved() {
    var moved = 0L;
    for (var from : Zone.values()) {
      for (var to : Zone.values()) {
        moved += from == to ? 0 : count(from, to);
      }
    }
    return moved;
  }

  /** By zone token before and after, every cell, zeros too. */
  Map<String, Map<String, Long>> table() {
    var table = new TreeMap<String, Map<String, Long>>();
    for (var from : Zone.values()) {
      var row = new EnumMap<Zone, Long>(Zone.class);
      for (var to : Zone.values()) {
        row.put(to, count(from, to));
      }
      var named = new TreeMap<String, Long>();
      row.forEach((to, count) -> named.put(to.token(), count));
      table.put(from.token(), named);
    }
    return table;
  }
}
