package org.commonsregistry.redundancy;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What is held in a category and language, whether open to everybody or not.
 *
 * @param category as asked, missing for all
 * @param language as asked, missing for all
 * @param words as {@code docs/fp1.md} counts them
 * @param closed texts that not everybody may read; no overlap with them is told
 * @param largest share of the words that the three largest datasets have together
 * @param lastAdded day on which the newest came
 * @param growth by quarter, oldest first, those in which nothing came left out
 */
@Serdeable
public record HeldHere(
    @Nullable String category,
    @Nullable String language,
    long datasets,
    long documents,
    long words,
    long closed,
    double largest,
    @Nullable String lastAdded,
    List<Quarter> growth) {

  /**
   * @param quarter such as {@code 2026-Q1}
   * @param documents that came in it
   */
  @Serdeable
  public record Quarter(String quarter, long documents, long words) {}
}
