package org.commonsregistry.ledger;

/** The ledger could not be written; nothing of the drafts given together was recorded. */
public final class NotRecordedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRecordedException(Throwable cause) {
    super("The ledger could not be written: " + cause.getMessage(), cause);
  }
}
