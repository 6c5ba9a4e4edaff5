package org.commonsregistry.holdings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a holding is for. */
public enum Purpose {
  /** Texts that models may learn from as far as their terms allow. */
  TRAINING,

  /** Texts models are tested with: never served, never selected for training. */
  EVALUATION;

  /** {@code training} or {@code evaluation}, as in addresses and in the ledger. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String token) {
    return Arrays.stream(values()).filter(purpose -> purpose.token().equals(token)).findFirst();
  }
}
