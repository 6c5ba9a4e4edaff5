package org.commonsregistry.redundancy;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * Which items of which benchmarks stand in what is held.
 *
 * @param checked pairs of benchmark and other holding that have been looked at
 * @param waiting pairs that have not yet
 */
@Serdeable
public record Bulletin(long checked, long waiting, List<Benchmark> benchmarks) {

  /**
   * @param holding its number
   * @param canary whoever finds this in a text or a model knows that the benchmark went into it
   * @param items of the benchmark
   * @param tooShort items that cannot be told from chance and were not looked for
   * @param found items that stand in any dataset
   * @param share of the items looked for
   * @param datasets in which they stand, most first
   */
  @Serdeable
  public record Benchmark(
      String dataset,
      int holding,
      String canary,
      long items,
      long tooShort,
      long found,
      double share,
      List<In> datasets,
      Map<String, String> links) {}

  /**
   * @param found distinct items
   */
  @Serdeable
  public record In(String dataset, long found, double share, Map<String, String> links) {}

  /**
   * Where one item stands; never its words.
   *
   * @param item its ordinal in the benchmark
   * @param share of its weight that stands there, rare phrases weighing more
   * @param answer whether its answer does too
   * @param start first character in the text, in UTF-16 units; the end is exclusive
   */
  @Serdeable
  public record Evidence(
      String benchmark,
      int benchmarkHolding,
      long item,
      String dataset,
      int holding,
      long ordinal,
      double share,
      boolean answer,
      int start,
      int end,
      Map<String, String> links) {}
}
