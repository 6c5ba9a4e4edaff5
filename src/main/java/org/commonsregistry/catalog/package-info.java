/**
 * The catalogue: datasets, dataset series, distributions, stewards and where every statement about
 * them comes from. Follows DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/), DCAT-AP 3.0.1 and PROV-O.
 * Intake formats are in {@code catalog.intake}, output formats in {@code catalog.export}. Whether
 * something is commons is left to {@code classification}, finding it to {@code search}.
 */
@NullMarked
package org.commonsregistry.catalog;

import org.jspecify.annotations.NullMarked;
