package org.commonsregistry.redundancy;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * What a dataset's texts have in common with those of others.
 *
 * @param hashes of it that could be compared
 * @param scale one hash in how many was compared
 */
@Serdeable
public record DatasetOverlap(
    String dataset, String title, long hashes, int scale, List<With> items, List<String> notes) {

  /**
   * @param lead one sentence
   * @param ofThis share of this dataset that is inside the other
   * @param ofOther share of the other that is inside this one
   * @param differentTerms whether licence or zone differ
   */
  @Serdeable
  public record With(
      String lead,
      String dataset,
      String title,
      Share ofThis,
      Share ofOther,
      String licence,
      String zone,
      boolean differentTerms,
      Map<String, String> links) {}

  /**
   * @param low of the 95 % interval
   * @param found hashes in common
   */
  @Serdeable
  public record Share(double share, double low, double high, long found, long asked) {
    static Share of(long found, long asked) {
      var interval = Interval.wilson(found, asked);
      return new Share(
          asked == 0 ? 0 : (double) found / asked, interval.low(), interval.high(), found, asked);
    }
  }
}
