package org.commonsregistry.ruleset;

/** Truth where something may not be known (Kleene's strong three-valued logic). */
enum Kleene {
  TRUE,
  FALSE,
  UNKNOWN;

  static Kleene of(boolean known) {
    return known ? TRUE : FALSE;
  }

  Kleene not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
