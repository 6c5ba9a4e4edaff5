package org.commonsregistry.ruleset;

/** Ends the reading of one part of a ruleset; caught where the next part begins. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  RefusedException(Position at, String what, String fix) {
    this(new Fault(at.file(), at.line(), at.column(), what, fix));
  }

  RefusedException(Fault fault) {
    super(fault.toString());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
