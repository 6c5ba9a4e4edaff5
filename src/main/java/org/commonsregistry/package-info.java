/**
 * Commons Registry: a public registry of the data commons that AI is trained, grounded and
 * evaluated on.
 *
 * <p>The folder is the architecture. A package imports only packages of a lower rank: 8 web, cli; 7
 * snapshot, governance; 6 search, redundancy, sparql; 5 classification; 4 holdings, harvest; 3
 * catalog; 2 identity, category, ruleset, terms; 1 ledger; 0 rdf, blob, vocabulary, signing, which
 * stand on http, and that on home. {@code ArchitectureTest} holds it to that.
 */
@NullMarked
package org.commonsregistry;

import org.jspecify.annotations.NullMarked;
