/**
 * Full-text and faceted search over the catalogue: the {@link SearchIndex} port, the view that
 * feeds it from the ledger and the search API. What a dataset is belongs to {@code catalog}; how
 * words are cut and ranked belongs to the backend.
 */
@NullMarked
package org.commonsregistry.search;

import org.jspecify.annotations.NullMarked;
