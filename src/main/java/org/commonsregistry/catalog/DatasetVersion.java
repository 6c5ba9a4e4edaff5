package org.commonsregistry.catalog;

import java.time.Instant;
import org.commonsregistry.rdf.CanonicalQuads;

/**
 * A dataset's metadata as it stood from one ledger entry on.
 *
 * @param sequence the entry's number
 * @param number 1 for the first version, counted over what can still be read
 * @param actor who recorded it
 * @param withdrawn whether this entry took the dataset out; its statements are then the last ones
 *     before
 * @param reason of a withdrawal, else empty
 * @param dataset as people read it
 * @param payload the statements themselves
 */
public record DatasetVersion(
    DatasetId id,
    long sequence,
    int number,
    Instant recordedAt,
    String actor,
    boolean withdrawn,
    String reason,
    Dataset dataset,
    CanonicalQuads payload) {}
