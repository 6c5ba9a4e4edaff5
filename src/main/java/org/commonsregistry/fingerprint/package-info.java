/**
 * Fingerprints of texts: {@code fp1} turns a text into tokens, tokens into overlapping passages
 * (shingles), and passages into 64-bit hashes of which a fixed fraction is kept (FracMinHash, Irber
 * et al., https://doi.org/10.1101/2022.01.11.475838). Specified in {@code docs/fp1.md}; a second,
 * bit-identical implementation is {@code frontend/static/scripts/fp1.mjs}. Also finds the passages
 * that two texts share. Where fingerprints are kept, and what an overlap means, is left to others;
 * the package knows no other of the registry.
 */
@NullMarked
package org.commonsregistry.fingerprint;

import org.jspecify.annotations.NullMarked;
