package org.commonsregistry.blob.filesystem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.blob.DamagedBlobException;

/** Compares what was read with the blob's name when the end is reached. Not thread-safe. */
final class CheckedBlob extends FilterInputStream {
  private final BlobId id;
  private final MessageDigest digest = BlobId.digest();
  private boolean checked;

  CheckedBlob(InputStream bytes, BlobId id) {
    super(bytes);
    this.id = id;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
    } else if (read < 0 && !checked) {
      checked = true;
      if (!BlobId.ofDigest(digest.digest()).equals(id)) {
        throw new DamagedBlobException(id);
      }
    }
    return read;
  }

  /** Reads, so that what is passed over is checked too. */
  @Override
  public long skip(long count) throws IOException {
    var chunk = new byte[(int) Math.clamp(count, 1, 1 << 13)];
    var passed = 0L;
    while (passed < count) {
      var read = read(chunk, 0, (int) Math.min(chunk.length, count - passed));
      if (read < 0) {
        break;
      }
      passed += read;
    }
    return passed;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
