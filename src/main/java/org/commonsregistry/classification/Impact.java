package org.commonsregistry.classification;

import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Zone;

/**
 * What moves when one ruleset replaces another, over many items: counts per pair of zones, the same
 * by steward, category, place, licence family and source, and a sample of each pair chosen by hash,
 * so that the same seed always shows the same items whatever the order. One accumulator per thread;
 * {@link #add(Impact)} joins two. Not thread-safe.
 */
public final class Impact {
  static final int SAMPLED = 20;
  static final int MOST_KEYS = 100;

  /** What an item is counted by. */
  enum Dimension {
    STEWARD,
    CATEGORY,
    PLACE,
    LICENCE,
    SOURCE
  }

  /**
   * @param id its slug
   * @param keys what it is counted under, by dimension
   */
  record Item(
      String id,
      String title,
      Map<Dimension, List<String>> keys,
      Ruleset.Standing before,
      Ruleset.Standing after) {}

  @Serdeable
  public record Sampled(String slug, String title) {}

  /**
   * @param total all items of the key
   * @param moved of these, how many change their zone
   * @param cells by zone before and after
   */
  @Serdeable
  public record Part(String key, long total, long moved, Map<String, Map<String, Long>> cells) {}

  /** Items of one pair of zones. */
  @Serdeable
  public record Cell(String before, String after, long count, List<Sampled> samples) {}

  private record Drawn(String rank, Sampled item) {}

  private static final Comparator<Drawn> LAST_FIRST = Comparator.comparing(Drawn::rank).reversed();

  private final String seed;
  private final Transitions all = new Transitions();
  private final Map<Dimension, Map<String, Transitions>> by = new EnumMap<>(Dimension.class);
  private final Map<String, PriorityQueue<Drawn>> samples = new TreeMap<>();
  private final PriorityQueue<Drawn> conflicts = new PriorityQueue<>(LAST_FIRST);
  private final MessageDigest digest;
  private long total;
  private long newConflicts;

  /**
   * @param seed of the samples, e.g. the hash of the proposal
   */
  Impact(String seed) {
    this.seed = seed;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(Item item) {
    total++;
    var from = item.before().zone();
    var to = item.after().zone();
    all.add(from, to);
    item.keys()
        .forEach(
            (dimension, keys) ->
                keys.forEach(
                    key ->
                        by.computeIfAbsent(dimension, d -> new TreeMap<>())
                            .computeIfAbsent(key, k -> new Transitions())
                            .add(from, to)));
    var drawn = new Drawn(rank(item.id()), new Sampled(item.id(), item.title()));
    draw(samples.computeIfAbsent(cell(from, to), c -> new PriorityQueue<>(LAST_FIRST)), drawn);
    if (item.after().conflict() && !item.before().conflict()) {
      newConflicts++;
      draw(conflicts, drawn);
    }
  }

  void add(Impact other) {
    total += other.total;
    newConflicts += other.newConflicts;
    all.addAll(other.all);
    other.by.forEach(
        (dimension, keys) ->
            keys.forEach(
                (key, counts) ->
                    by.computeIfAbsent(dimension, d -> new TreeMap<>())
                        .computeIfAbsent(key, k -> new Transitions())
                        .addAll(counts)));
    other.samples.forEach(
        (cell, drawn) ->
            drawn.forEach(
                one ->
                    draw(
                        samples.computeIfAbsent(cell, c -> new PriorityQueue<>(LAST_FIRST)), one)));
    other.conflicts.forEach(one -> draw(conflicts, one));
  }

  long total() {
    return total;
  }

  long moved() {
    return all.moved();
  }

  long newConflicts() {
    return newConflicts;
  }

  long newUndetermined() {
    var count = 0L;
    for (var from : Zone.values()) {
      count += from == Zone.UNDETERMINED ? 0 : all.count(from, Zone.UNDETERMINED);
    }
    return count;
  }

  /** Every pair of zones that has items, in the order of the zones. */
  List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    for (var from : Zone.values()) {
      for (var to : Zone.values()) {
        if (all.count(from, to) > 0) {
          cells.add(
              new Cell(
                  from.token(), to.token(), all.count(from, to), sorted(samples, cell(from, to))));
        }
      }
    }
    return cells;
  }

  List<Sampled> conflictSamples() {
    return sorted(Map.of("", conflicts), "");
  }

  Map<String, Map<String, Long>> matrix() {
    return all.table();
  }

  /** The keys of a dimension in which most moves, most first; then how many keys there are. */
  List<Part> parts(Dimension dimension) {
    return by.getOrDefault(dimension, Map.of()).entrySet().stream()
        .map(
            entry -> {
              var counts = entry.getValue();
              return new Part(entry.getKey(), sum(counts), counts.moved(), counts.table());
            })
        .sorted(
            Comparator.comparing(Part::moved)
                .thenComparing(Part::total)
                .reversed()
                .thenComparing(Part::key))
        .limit(MOST_KEYS)
        .toList();
  }

  int keys(Dimension dimension) {
    return by.getOrDefault(dimension, Map.of()).size();
  }

  private static long sum(Transitions counts) {
    var sum = 0L;
    for (var from : Zone.values()) {
      for (var to : Zone.values()) {
        sum += counts.count(from, to);
      }
    }
    return sum;
  }

  private static List<Sampled> sorted(Map<String, PriorityQueue<Drawn>> all, String cell) {
    var drawn = all.get(cell);
    return drawn == null
        ? List.of()
        : drawn.stream().sorted(LAST_FIRST.reversed()).map(Drawn::item).toList();
  }

  private static void draw(PriorityQueue<Drawn> queue, Drawn drawn) {
    queue.add(drawn);
    if (queue.size() > SAMPLED) {
      queue.remove();
    }
  }

  private String rank(String id) {
    return HexFormat.of()
        .formatHex(digest.digest((seed + "\n" + id).getBytes(StandardCharsets.UTF_8)), 0, 16);
  }

  private static String cell(Zone from, Zone to) {
    return from.token() + " " + to.token();
  }
}
