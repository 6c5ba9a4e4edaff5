package org.commonsregistry.ruleset;

/**
 * The facts of one item: SHA-256 of their canonical N-Triples.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record FactsHash(String hex) {
  public FactsHash {
    Sha256.checked(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
