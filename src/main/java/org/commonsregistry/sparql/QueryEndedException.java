package org.commonsregistry.sparql;

/** Unwinds a query whose budget is spent; stays inside this package. */
final class QueryEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Ending ending;

  QueryEndedException(Ending ending) {
    // Neither message nor trace is ever read.
    super(ending.name(), null, false, false);
    this.ending = ending;
  }

  Ending ending() {
    return ending;
  }
}
