package org.commonsregistry.ruleset;

/**
 * A whole ruleset: the Merkle root described in {@code docs/ruleset.md}.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record RulesetHash(String hex) {
  public RulesetHash {
    Sha256.checked(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
