package org.commonsregistry.catalog.intake;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 2.3 MB}, {@code 10 GiB}, {@code 1234}. */
final class ByteSizes {
  private static final Pattern SIZE =
      Pattern.compile("\\s*([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*([kKmMgGtT]?i?)[bB]?\\s*");
  private static final Map<String, Double> UNITS =
      Map.of(
          "",
          1.0,
          "k",
          1e3,
          "m",
          1e6,
          "g",
          1e9,
          "t",
          1e12,
          "ki",
          1024.0,
          "mi",
          1048576.0,
          "gi",
          1073741824.0,
          "ti",
          1099511627776.0);

  private ByteSizes() {}

  /** Bytes, -1 when the text is no size. */
  static long parse(String text) {
    var match = SIZE.matcher(text);
    if (!match.matches()) {
      return -1;
    }
    var unit = UNITS.get(match.group(2).toLowerCase(Locale.ROOT));
    return unit == null ? -1 : Math.round(Double.parseDouble(match.group(1)) * unit);
  }
}
