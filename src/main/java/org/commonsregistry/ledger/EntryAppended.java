package org.commonsregistry.ledger;

/**
 * News for whoever looks at the ledger: it has grown.
 *
 * @param head its last number now
 */
public record EntryAppended(long head) {}
