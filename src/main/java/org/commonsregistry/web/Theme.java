package org.commonsregistry.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Light or dark pages; {@link #AUTO} leaves it to the reader's system. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Theme> of(String token) {
    return Arrays.stream(values()).filter(theme -> theme.token().equals(token)).findFirst();
  }
}
