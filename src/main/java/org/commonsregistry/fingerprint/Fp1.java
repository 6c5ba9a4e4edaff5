package org.commonsregistry.fingerprint;

import java.util.Arrays;

/**
 * The fingerprint fp1 of {@code docs/fp1.md}: the same text gives the same hashes however it is
 * wrapped, cased, quoted or encoded in Unicode, here and in the browser. Thread-safe; time grows
 * with the length of the text, and no text is refused (a lone surrogate only separates).
 */
public final class Fp1 {
  public static final String NAME = "fp1";

  /** Weight a shingle reaches: 8 words of weight 2, or 16 code points of weight 1. */
  public static final int SPAN = 16;

  private static final int LARGEST_SCALE = 1 << 24;

  private Fp1() {}

  /**
   * @param scale one hash in how many is kept; a power of two. The sketch of a larger scale is a
   *     subset of that of a smaller one.
   */
  public static Sketch sketch(CharSequence text, int scale) {
    int mask = keptMask(scale);
    var tokenizer = new Tokenizer(text);
    var window = new Shingler();
    var kept = new long[64];
    int count = 0;
    long words = 0;
    long shingles = 0;
    while (tokenizer.next()) {
      words++;
      window.add(tokenizer);
      while (window.full()) {
        shingles++;
        int high = window.high();
        if ((high & mask) == 0) {
          if (count == kept.length) {
            kept = Arrays.copyOf(kept, count * 2);
          }
          kept[count++] = hash(high, window.low());
        }
        window.dropFirst();
      }
    }
    return new Sketch(scale, words, shingles, sortedAndDistinct(kept, count));
  }

  /** Every shingle of the text, in order. */
  public static void shingles(CharSequence text, ShingleSink sink) {
    var tokenizer = new Tokenizer(text);
    var window = new Shingler();
    for (int token = 0; tokenizer.next(); token++) {
      window.add(tokenizer);
      while (window.full()) {
        sink.shingle(hash(window.high(), window.low()), window.first(), token);
        window.dropFirst();
      }
    }
  }

  /** The tokens with their places in the text. */
  public static Tokens tokens(CharSequence text) {
    return Tokens.of(text);
  }

  /** Number of tokens: words, and code points of scripts that are written without spaces. */
  public static long words(CharSequence text) {
    var tokenizer = new Tokenizer(text);
    long words = 0;
    while (tokenizer.next()) {
      words++;
    }
    return words;
  }

  /** Whether a hash belongs to the sketches of this scale. */
  public static boolean kept(long hash, int scale) {
    return ((int) (hash >>> 32) & keptMask(scale)) == 0;
  }

  static long hash(int high, int low) {
    return (long) high << 32 | (low & 0xFFFFFFFFL);
  }

  /** The bits of the high lane that are 0 exactly when it is below 2^32 / scale. */
  private static int keptMask(int scale) {
    if (scale < 1 || scale > LARGEST_SCALE || Integer.bitCount(scale) != 1) {
      throw new IllegalArgumentException(
          "The scale is a power of two from 1 to " + LARGEST_SCALE + ", not " + scale + ".");
    }
    return (int) -((1L << 32) / scale);
  }

  private static long[] sortedAndDistinct(long[] hashes, int count) {
    for (int i = 0; i < count; i++) {
      hashes[i] ^= Long.MIN_VALUE; // so that the signed order is the unsigned one
    }
    Arrays.sort(hashes, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (distinct == 0 || hashes[i] != hashes[distinct - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    for (int i = 0; i < distinct; i++) {
      hashes[i] ^= Long.MIN_VALUE;
    }
    return Arrays.copyOf(hashes, distinct);
  }
}
