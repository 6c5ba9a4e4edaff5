package org.commonsregistry.ledger;

/**
 * Who made an entry: an opaque identifier, never a name or an address.
 *
 * @param id e.g. {@code registry}, {@code operator}; at most 256 characters
 */
public record Actor(String id) {
  /** The software itself: founding entries and seeds. */
  public static final Actor REGISTRY = new Actor("registry");

  /** Whoever holds the operator token. */
  public static final Actor OPERATOR = new Actor("operator");

  public Actor {
    if (id.isBlank() || id.length() > 256) {
      throw new IllegalArgumentException("an actor has 1 to 256 characters, found " + id.length());
    }
  }
}
