package org.commonsregistry.holdings.intake;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How an ingest stands.
 *
 * @param documents texts taken and durable
 * @param words of these
 * @param bytes of these in UTF-8
 * @param rejected records not taken
 * @param repeated texts that came before in the same file
 * @param resumed texts that an earlier, interrupted ingest had made durable already
 * @param read bytes of the file as it came, which tell how far it is
 */
@Serdeable
public record IngestTally(
    long documents,
    long words,
    long bytes,
    long rejected,
    long repeated,
    long resumed,
    long read) {}
