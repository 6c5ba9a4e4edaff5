/**
 * Is it already in the commons? Sketches of texts ({@code docs/fp1.md}) are looked up among those
 * of all holdings, and the overlap is estimated with its uncertainty, attributed to datasets, and
 * told in a sentence; benchmarks are looked for in everything held. {@code docs/redundancy.md} says
 * what is measured and how. A text that came to be checked is never stored, and neither is its
 * sketch. Pages are left to {@code web}.
 */
@NullMarked
package org.commonsregistry.redundancy;

import org.jspecify.annotations.NullMarked;
