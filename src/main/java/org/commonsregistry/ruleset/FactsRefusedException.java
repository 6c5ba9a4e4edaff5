package org.commonsregistry.ruleset;

/** Facts that cannot be read; the message says what was expected and what came. */
public final class FactsRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FactsRefusedException(String message) {
    super(message);
  }
}
