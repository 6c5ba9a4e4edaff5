package org.commonsregistry.fingerprint;

import java.util.Arrays;

/**
 * The tokens of a text and where they stand in it, in UTF-16 offsets. Takes 20 bytes a token.
 * Immutable.
 */
public final class Tokens {
  private final int count;
  private final int[] starts;
  private final int[] ends;
  private final int[] a;
  private final int[] b;
  private final byte[] weights;

  private Tokens(int count, int[] starts, int[] ends, int[] a, int[] b, byte[] weights) {
    this.count = count;
    this.starts = Arrays.copyOf(starts, count);
    this.ends = Arrays.copyOf(ends, count);
    this.a = Arrays.copyOf(a, count);
    this.b = Arrays.copyOf(b, count);
    this.weights = Arrays.copyOf(weights, count);
  }

  static Tokens of(CharSequence text) {
    var tokenizer = new Tokenizer(text);
    int room = Math.max(16, text.length() / 5);
    var starts = new int[room];
    var ends = new int[room];
    var a = new int[room];
    var b = new int[room];
    var weights = new byte[room];
    int count = 0;
    for (; tokenizer.next(); count++) {
      if (count == room) {
        room += room / 2;
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        a = Arrays.copyOf(a, room);
        b = Arrays.copyOf(b, room);
        weights = Arrays.copyOf(weights, room);
      }
      starts[count] = tokenizer.start;
      ends[count] = tokenizer.end;
      a[count] = tokenizer.a;
      b[count] = tokenizer.b;
      weights[count] = (byte) tokenizer.weight;
    }
    return new Tokens(count, starts, ends, a, b, weights);
  }

  public int count() {
    return count;
  }

  public int start(int token) {
    return starts[token];
  }

  /** Behind the last character of the token. */
  public int end(int token) {
    return ends[token];
  }

  /** 2 for a word, 1 for a code point of a script that is written without spaces. */
  public int weight(int token) {
    return weights[token];
  }

  /** All 64 bits of a token's own hash. */
  public long hash(int token) {
    return Fp1.hash(a[token], b[token]);
  }
}
