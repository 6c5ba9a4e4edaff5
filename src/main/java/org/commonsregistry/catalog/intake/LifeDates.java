package org.commonsregistry.catalog.intake;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Years of life as library catalogues write them after a name: {@code Dickens, Charles, 1812-1870}
 * or {@code Bell, Clara, 1834-1927 [Translator]}.
 */
final class LifeDates {
  private static final Pattern DATES =
      Pattern.compile(", (?<born>\\d{3,4})?\\??-(?<died>\\d{3,4})(?: \\[[^\\]]{1,60}\\])?$");
  private static final int LONGEST_LIFE = 120;

  private LifeDates() {}

  /**
   * The year in which the last of them died. Empty when that is not certain: somebody has no year,
   * a doubtful one, or one before the common era; or no author is named beside editors and
   * translators.
   */
  static OptionalInt lastDeath(List<String> creators) {
    var last = OptionalInt.empty();
    if (creators.stream().allMatch(creator -> creator.strip().endsWith("]"))) {
      return last;
    }
    for (var creator : creators) {
      var died = died(creator);
      if (died.isEmpty()) {
        return died;
      }
      if (last.isEmpty() || died.getAsInt() > last.getAsInt()) {
        last = died;
      }
    }
    return last;
  }

  private static OptionalInt died(String creator) {
    var dates = DATES.matcher(creator.strip());
    if (!dates.find()) {
      return OptionalInt.empty();
    }
    var died = Integer.parseInt(dates.group("died"));
    if (dates.group("born") != null) {
      var life = died - Integer.parseInt(dates.group("born"));
      if (life <= 0 || life > LONGEST_LIFE) {
        return OptionalInt.empty(); // a slip, or years of activity
      }
    }
    return OptionalInt.of(died);
  }
}
