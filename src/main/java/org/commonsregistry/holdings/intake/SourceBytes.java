package org.commonsregistry.holdings.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.commonsregistry.blob.BlobId;

/**
 * The bytes of a file as they arrive: hashed, counted, and with a memory of whether the sender
 * broke off. Not thread-safe.
 */
final class SourceBytes extends FilterInputStream {
  private final MessageDigest digest = BlobId.digest();
  private long count;
  private boolean brokenOff;

  SourceBytes(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  boolean brokenOff() {
    return brokenOff;
  }

  /** Reads what is left. */
  String sha256() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return BlobId.ofDigest(digest.digest()).sha256();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      var read = super.read(buffer, offset, length);
      if (read > 0) {
        digest.update(buffer, offset, read);
        count += read;
      }
      return read;
    } catch (IOException e) {
      brokenOff = true;
      throw e;
    }
  }

  @Override
  public long skip(long wanted) throws IOException {
    var chunk = new byte[(int) Math.clamp(wanted, 1, 1 << 14)];
    var passed = 0L;
    while (passed < wanted) {
      var read = read(chunk, 0, (int) Math.min(chunk.length, wanted - passed));
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

  /** The sender closes. */
  @Override
  public void close() {}
}
