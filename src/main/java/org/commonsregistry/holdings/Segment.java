package org.commonsregistry.holdings;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Some consecutive texts of a holding: one blob, JSON Lines in Zstandard.
 *
 * @param sha256 the blob
 * @param first ordinal of its first text
 * @param records how many texts
 * @param textBytes of the texts in UTF-8
 * @param bytes of the blob
 */
@Serdeable
public record Segment(String sha256, long first, int records, long textBytes, long bytes) {}
