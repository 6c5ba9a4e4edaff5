package org.commonsregistry.ruleset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule rests on.
 *
 * @param cite as a lawyer would cite it, e.g. {@code UrhG § 64}
 * @param url where it can be read
 */
public record Basis(Type type, String cite, Optional<String> url) {
  /** The kinds of sources. */
  public enum Type {
    LAW,
    LICENCE,
    STATEMENT,
    PRACTICE,
    COMMUNITY,
    ORDER;

    public String token() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Type> of(String token) {
      return Arrays.stream(values()).filter(type -> type.token().equals(token)).findFirst();
    }
  }
}
