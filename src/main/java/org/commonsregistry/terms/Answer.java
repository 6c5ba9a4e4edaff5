package org.commonsregistry.terms;

/**
 * What may be done, from the narrowest to the widest. Unknown stands above a known no and below
 * everything that lets somebody act, so that combining answers can never turn it into a yes.
 */
public enum Answer {
  PROHIBITED,
  UNKNOWN,
  NEEDS_AGREEMENT,
  WITH_DUTIES,
  PERMITTED;

  /** What holds when both must hold. */
  public Answer meet(Answer other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** What holds when either may be chosen. */
  public Answer join(Answer other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether somebody may act without asking. */
  public boolean allows() {
    return compareTo(WITH_DUTIES) >= 0;
  }
}
