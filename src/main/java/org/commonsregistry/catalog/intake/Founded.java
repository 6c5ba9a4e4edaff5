package org.commonsregistry.catalog.intake;

/**
 * News at every start: the category scheme, the ruleset and, if wanted, the seed catalogue are in
 * the ledger.
 *
 * @param seeded whether the seed catalogue is wanted
 */
public record Founded(boolean seeded) {}
