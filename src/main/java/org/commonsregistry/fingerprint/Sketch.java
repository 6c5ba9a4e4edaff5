package org.commonsregistry.fingerprint;

import java.util.Arrays;

/**
 * What is kept of a text: enough to estimate how much of it is in a collection, not enough to read
 * it. The array is not copied; nobody writes to it.
 *
 * @param scale one hash in how many is kept
 * @param words number of tokens of the text
 * @param shingles number of places at which a shingle starts, repeated ones counted each time
 * @param hashes those kept, distinct, ascending as unsigned numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sketch(int scale, long words, long shingles, long[] hashes) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch that
        && scale == that.scale
        && words == that.words
        && shingles == that.shingles
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes) + 31 * Long.hashCode(words);
  }

  @Override
  public String toString() {
    return "Sketch[scale=%d, words=%d, shingles=%d, %d hashes]"
        .formatted(scale, words, shingles, hashes.length);
  }
}
