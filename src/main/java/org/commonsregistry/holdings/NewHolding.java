package org.commonsregistry.holdings;

import org.commonsregistry.blob.BlobId;

/**
 * A holding whose blobs are in place and whose entry is not.
 *
 * @param datasetVersion ledger number of the description that stands
 */
public record NewHolding(
    long datasetVersion,
    Purpose purpose,
    Counts counts,
    long rejected,
    BlobId manifest,
    Holding.SourceFile file) {}
