/**
 * The texts this registry itself holds: what was brought in for a dataset, record by record with
 * language, licence and source. The ledger says what is held, blobs hold it; there is no other
 * store. Which formats files have is left to {@code intake}, whether a text may be shown to {@code
 * classification}, what is similar to what to {@code redundancy}.
 */
@NullMarked
package org.commonsregistry.holdings;

import org.jspecify.annotations.NullMarked;
