package org.commonsregistry.terms.preference;

/**
 * A path of a rule: a prefix in which {@code *} stands for anything and {@code $} at the end for
 * the end (RFC 9309). Matched without backtracking into an earlier star, so in time proportional to
 * pattern times path.
 */
final class PathPattern {
  private final String pattern;
  private final boolean whole;

  PathPattern(String written) {
    whole = written.endsWith("$");
    pattern = whole ? written.substring(0, written.length() - 1) : written + "*";
  }

  /** Of two that match, the longer one says more. */
  int length() {
    return pattern.length() + (whole ? 1 : -1);
  }

  boolean matches(String path) {
    var at = 0;
    var in = 0;
    var star = -1;
    var retry = 0;
    while (in < path.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = in;
      } else if (at < pattern.length() && pattern.charAt(at) == path.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++retry;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
