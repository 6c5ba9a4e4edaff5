/**
 * Large bytes, kept under their SHA-256 (FIPS 180-4): texts that are held, files of a snapshot. A
 * name is its own proof, so nothing is ever overwritten. Who may read a blob, and what it means, is
 * left to the features.
 */
@NullMarked
package org.commonsregistry.blob;

import org.jspecify.annotations.NullMarked;
