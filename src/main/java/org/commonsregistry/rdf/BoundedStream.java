package org.commonsregistry.rdf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops a stream, with a reason, once it has given more bytes than allowed: the guard against zip
 * bombs and endless bodies.
 */
public final class BoundedStream extends FilterInputStream {
  private final long limit;
  private long count;

  public BoundedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** Bytes read so far. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
    counted(Math.max(read, 0));
    return read;
  }

  /** Skipped bytes count as well. */
  @Override
  public long skip(long bytes) throws IOException {
    var skipped = super.skip(bytes);
    counted(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false; // going back would count bytes twice
  }

  private void counted(long bytes) {
    count += bytes;
    if (count > limit) {
      throw RdfRefusedException.tooLarge(
          "The input has more than " + limit + " bytes.",
          "Send it in smaller parts, or as JSON Lines.");
    }
  }
}
