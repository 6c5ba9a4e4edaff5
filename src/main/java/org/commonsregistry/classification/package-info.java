/**
 * Applies the ruleset in force to what the catalogue says: facts with their evidence, verdicts per
 * place and date, their explanation and recomputation, permissions, and dry runs of a changed
 * ruleset. A verdict is a function of the facts (lineage included) at a ledger number, the ruleset,
 * the engine version, the date and the place; it is never recorded, only a run over the whole
 * catalogue is, with the Merkle root of its verdicts. In RDF a verdict is a PROV-O activity's
 * result (https://www.w3.org/TR/prov-o/). What a rule means is left to {@code ruleset}, what a
 * licence allows to {@code terms}, who decides to governance.
 */
@NullMarked
package org.commonsregistry.classification;

import org.jspecify.annotations.NullMarked;
