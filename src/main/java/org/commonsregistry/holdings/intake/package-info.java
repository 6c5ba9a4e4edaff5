/**
 * Texts come in: plain text, Markdown, JSON Lines, tar, zip and Parquet, packed with gzip or
 * Zstandard, read as streams within bounds. A bad record is rejected for itself; a file that cannot
 * be read to its end brings nothing. Interrupted, an ingest goes on at its last durable segment.
 */
@NullMarked
package org.commonsregistry.holdings.intake;

import org.jspecify.annotations.NullMarked;
