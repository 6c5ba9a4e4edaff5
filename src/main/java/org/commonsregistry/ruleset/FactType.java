package org.commonsregistry.ruleset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the values of a fact are. */
public enum FactType {
  WORD,
  YEAR,
  TRUTH;

  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FactType> of(String token) {
    return Arrays.stream(values()).filter(type -> type.token().equals(token)).findFirst();
  }

  boolean fits(FactValue value) {
    return this
        == switch (value) {
          case FactValue.Words words -> WORD;
          case FactValue.Years years -> YEAR;
          case FactValue.Truth truth -> TRUTH;
        };
  }
}
