package org.commonsregistry.ruleset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of statement a rule is: what law or licence say ({@link #STATUS}), what the communities
 * make of it ({@link #POLICY}), or an emergency measure for named items that always ends ({@link
 * #ORDER}).
 */
public enum Layer {
  STATUS,
  POLICY,
  ORDER;

  private final String token = name().toLowerCase(Locale.ROOT);

  public String token() {
    return token;
  }

  public static Optional<Layer> of(String token) {
    return Arrays.stream(values()).filter(layer -> layer.token.equals(token)).findFirst();
  }
}
