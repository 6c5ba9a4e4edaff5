package org.commonsregistry.fingerprint;

/**
 * The window that slides over the tokens: full as soon as its weights reach {@link Fp1#SPAN}, then
 * hashed and shortened by its first token. Section 6 of {@code docs/fp1.md}.
 */
final class Shingler {
  static final int FACTOR_A = 0x9E3779B1;
  static final int FACTOR_B = 0xC2B2AE3D;
  private static final int RING = 16;
  private static final int[] POWERS_A = powers(FACTOR_A);
  private static final int[] POWERS_B = powers(FACTOR_B);

  private final int[] a = new int[RING];
  private final int[] b = new int[RING];
  private final int[] weights = new int[RING];
  private int first;
  private int count;
  private int weight;
  private int sumA;
  private int sumB;

  void add(Tokenizer token) {
    int place = (first + count++) & (RING - 1);
    a[place] = token.a;
    b[place] = token.b;
    weights[place] = token.weight;
    weight += token.weight;
    sumA = sumA * FACTOR_A + token.a;
    sumB = sumB * FACTOR_B + token.b;
  }

  boolean full() {
    return weight >= Fp1.SPAN;
  }

  /** Number of the first token since the start of the text. */
  int first() {
    return first;
  }

  int high() {
    return Tokenizer.fmix32(sumA);
  }

  int low() {
    return Tokenizer.fmix32(sumB);
  }

  void dropFirst() {
    int place = first & (RING - 1);
    count--;
    sumA -= a[place] * POWERS_A[count];
    sumB -= b[place] * POWERS_B[count];
    weight -= weights[place];
    first++;
  }

  private static int[] powers(int factor) {
    var powers = new int[RING];
    powers[0] = 1;
    for (int i = 1; i < RING; i++) {
      powers[i] = powers[i - 1] * factor;
    }
    return powers;
  }
}
