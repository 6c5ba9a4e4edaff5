package org.commonsregistry.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps bytes under their SHA-256. Thread-safe; several processes may share one store. Whoever
 * reads must expect that a blob was damaged on its disk: what is read to its end is checked.
 */
public interface BlobStore {

  /**
   * Keeps these bytes; durable when it returns. Bytes that are there already are not written again.
   *
   * @throws IOException when they could not be kept; then nothing of them is
   */
  BlobId put(InputStream bytes) throws IOException;

  /**
   * The bytes, to be closed by the caller; empty when there are none under this name. Reading fails
   * at the end with {@link DamagedBlobException} when they are not what the name says.
   */
  Optional<InputStream> open(BlobId id) throws IOException;

  boolean contains(BlobId id);

  /**
   * Forgets a blob.
   *
   * @return whether it was there
   */
  boolean delete(BlobId id) throws IOException;
}
