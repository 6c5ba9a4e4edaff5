/**
 * The embedded RDF store: Jena TDB2 in the home folder
 * (https://jena.apache.org/documentation/tdb2/). Switched on by {@code commons.rdf.backend=tdb2};
 * only this package imports TDB2.
 */
@Configuration
@Requires(property = "commons.rdf.backend", value = "tdb2")
@NullMarked
package org.commonsregistry.rdf.tdb2;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
