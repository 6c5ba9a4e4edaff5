package org.commonsregistry.cli;

/** A command cannot do its work; the message says why and what to do. */
final class CannotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotRunException(String message) {
    super(message);
  }
}
