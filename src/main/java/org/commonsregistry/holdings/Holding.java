package org.commonsregistry.holdings;

import java.time.Instant;
import org.commonsregistry.blob.BlobId;

/**
 * What one ingest brought for one dataset.
 *
 * @param datasetVersion ledger number of the description that stood when it came
 * @param rejected records of the file that were not taken
 * @param manifest the blob that lists its segments
 * @param file what it was read from
 * @param sequence ledger number of the entry that says so
 * @param recordedAt when that was
 */
public record Holding(
    HoldingId id,
    long datasetVersion,
    Purpose purpose,
    Counts counts,
    long rejected,
    BlobId manifest,
    SourceFile file,
    long sequence,
    Instant recordedAt) {

  /**
   * @param name without its folder
   * @param bytes of the file as it came
   */
  public record SourceFile(String name, String sha256, long bytes) {}

  public String slug() {
    return id.slug();
  }
}
