package org.commonsregistry.catalog;

import org.commonsregistry.ledger.EntryKind;

/**
 * What the catalogue writes into the ledger. These words are part of every leaf and never change.
 */
public final class DatasetKinds {
  /** Payload: all statement sets of the dataset as it now is. */
  public static final EntryKind DESCRIBED = new EntryKind("dataset.described");

  /** Payload: why, and who asked. */
  public static final EntryKind WITHDRAWN = new EntryKind("dataset.withdrawn");

  private DatasetKinds() {}
}
