package org.commonsregistry.blob;

import java.io.IOException;

/** The bytes of a blob are not those it was named after. */
public final class DamagedBlobException extends IOException {
  private static final long serialVersionUID = 1L;

  public DamagedBlobException(BlobId id) {
    super(
        "The blob "
            + id
            + " is damaged: its bytes have another SHA-256. Restore it from a backup, or ingest"
            + " the file again.");
  }
}
