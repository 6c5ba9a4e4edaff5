package org.commonsregistry.search;

/** A cursor that no result of this search has given. */
public final class InvalidCursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason the rest of a sentence: "it is damaged."
   */
  public InvalidCursorException(String reason) {
    super("This cursor cannot be followed: " + reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
