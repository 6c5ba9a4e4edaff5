/**
 * What comes in: RDF (DCAT, DCAT-AP, schema.org), Croissant, JSON Lines records and the seed's
 * YAML, turned into submissions whose every statement names its source. Tolerant: normalises what
 * is clear, reports what is not. What becomes of a submission is decided by {@code catalog}.
 */
@NullMarked
package org.commonsregistry.catalog.intake;

import org.jspecify.annotations.NullMarked;
