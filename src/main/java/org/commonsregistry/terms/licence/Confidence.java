package org.commonsregistry.terms.licence;

/** How a statement led to its licence. A class, not a probability. */
public enum Confidence {
  /** The identifier or address of the licence itself. */
  EXACT,
  /** A known name or spelling of it. */
  NORMALISED,
  /** The only licence that a sentence names. */
  INFERRED
}
