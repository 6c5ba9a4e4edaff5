/**
 * The rules by which something is in the commons or not: read from YAML 1.2, judged with
 * three-valued logic, identified by a hash over canonical JSON (RFC 8785) and a Merkle root,
 * compiled to SPARQL 1.1. The format is described in {@code docs/ruleset.md}. Which facts hold for
 * a dataset, and what becomes of a verdict, is left to {@code classification}; how a ruleset
 * changes to {@code governance}.
 */
@NullMarked
package org.commonsregistry.ruleset;

import org.jspecify.annotations.NullMarked;
