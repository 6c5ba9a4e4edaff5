package org.commonsregistry.terms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How constants are written in addresses, files and answers: {@code fine-tune}. */
public final class Tokens {
  private Tokens() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant written like this, exactly. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String token) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(token))
        .findFirst();
  }

  /** For files of our own, where an unknown token is a fault of ours. */
  public static <E extends Enum<E>> E require(Class<E> type, String token) {
    return find(type, token)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + token + "' is none of " + Arrays.toString(type.getEnumConstants())));
  }
}
