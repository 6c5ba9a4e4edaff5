/**
 * The categories of the commons: a SKOS concept scheme (https://www.w3.org/TR/skos-reference/) kept
 * as one subject of the ledger. Which datasets are in a category is stated in {@code catalog}; how
 * a category is decided comes with governance.
 */
@NullMarked
package org.commonsregistry.category;

import org.jspecify.annotations.NullMarked;
