package org.commonsregistry.ledger;

/** One entry's payload is larger than a ledger row may be. */
public final class PayloadTooLargeException extends RuntimeException {
  PayloadTooLargeException(String subject, int bytes) {
    super(
        "The description of "
            + subject
            + " takes "
            + bytes
            + " bytes; at most "
            + Draft.LARGEST_PAYLOAD
            + " fit into one entry. Shorten its texts or split it into a series.");
  }
}
