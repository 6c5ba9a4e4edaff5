/**
 * RDF as this registry uses it: host-independent IRIs and their public form, canonical N-Quads,
 * bounded reading of files from outside, and the store that answers SPARQL. Follows RDF 1.1 and
 * RDFC-1.0 (https://www.w3.org/TR/rdf-canon/); a store is spoken to through Jena's {@code
 * RDFConnection}. What the statements mean is left to the features.
 */
@NullMarked
package org.commonsregistry.rdf;

import org.jspecify.annotations.NullMarked;
