package org.commonsregistry.fingerprint;

/** Takes the shingles of a text, in order. */
@FunctionalInterface
public interface ShingleSink {
  /**
   * @param hash all 64 bits
   * @param firstToken number of the token it starts with, from 0
   * @param lastToken number of the token it ends with
   */
  void shingle(long hash, int firstToken, int lastToken);
}
