/**
 * The public query endpoint: SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/),
 * queries only, with its service description and VoID. A query is read, checked and only then
 * executed, within budgets; an answer is complete or visibly broken, never a truncated 200. What is
 * stored is left to {@code rdf}, full text to {@code search}, the editor to {@code web}.
 */
@NullMarked
package org.commonsregistry.sparql;

import org.jspecify.annotations.NullMarked;
