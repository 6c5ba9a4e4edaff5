package org.commonsregistry.holdings;

import org.commonsregistry.ledger.EntryKind;

/** What holdings write into the ledger. These words are part of every leaf and never change. */
public final class HoldingKinds {
  /** Payload: what came, how much of it, and the blob that lists its parts. */
  public static final EntryKind INGESTED = new EntryKind("holding.ingested");

  /** Payload: why. */
  public static final EntryKind WITHDRAWN = new EntryKind("holding.withdrawn");

  private HoldingKinds() {}
}
