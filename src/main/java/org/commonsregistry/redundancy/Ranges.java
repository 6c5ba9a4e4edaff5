package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.commonsregistry.http.ProblemException;

/**
 * The hashes of a sparse scale, divided by their first digits so that every file has hundreds: who
 * fetches one tells next to nothing. Thread-safe.
 */
@Singleton
final class Ranges {
  static final int SCALE = 1_024;

  /** At least so many hashes are in a file on average. */
  private static final long ANONYMITY = 512;

  private static final int MOST_DIGITS = 6;

  /** The bits of a hash of this scale; those above are 0. */
  private static final int BITS = Long.SIZE - Integer.numberOfTrailingZeros(SCALE);

  private final FingerprintIndex index;
  private final Packing packing;

  Ranges(FingerprintIndex index, Packing packing) {
    this.index = index;
    this.packing = packing;
  }

  /** About how many hashes there are, those of several texts counted each time. */
  long hashes() {
    return index.read(
        state ->
            state.tallies().stream().mapToLong(Fingerprints.Tally::hashes).sum()
                * FingerprintIndex.SCALE
                / SCALE);
  }

  /** Of a prefix: the fewer is held, the shorter. */
  int digits() {
    var digits = 1;
    while (digits < MOST_DIGITS && hashes() >> 4 * (digits + 1) >= ANONYMITY) {
      digits++;
    }
    return digits;
  }

  byte[] file(String prefix) {
    var digits = digits();
    if (!prefix.matches("[0-9a-f]{" + digits + "}")) {
      throw ProblemException.notFound("There is no such range.")
          .expected(digits + " hexadecimal digits, lower case")
          .remedy("/api/v1/fingerprints/ranges says how the files are divided now.");
    }
    var width = BITS - 4 * digits;
    var from = Long.parseLong(prefix, 16) << width;
    var lines = new StringBuilder();
    packing.range(SCALE, from, from + (1L << width)).lines(line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
