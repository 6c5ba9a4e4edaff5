package org.commonsregistry.ruleset;

/**
 * One rule, tests included: SHA-256 of its canonical JSON (RFC 8785).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record RuleHash(String hex) {
  public RuleHash {
    Sha256.checked(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
