package org.commonsregistry.search;

/** A cursor that no result of this query has given. */
public final class InvalidCursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidCursorException(String reason) {
    super("This cursor cannot be followed: " + reason + " Begin again without it.");
  }
}
