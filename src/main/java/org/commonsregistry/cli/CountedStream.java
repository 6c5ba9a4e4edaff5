package org.commonsregistry.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was read, for a progress bar on another thread. */
final class CountedStream extends FilterInputStream {
  private final AtomicLong count = new AtomicLong();

  CountedStream(InputStream in) {
    super(in);
  }

  long count() {
    return count.get();
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    if (read >= 0) {
      count.incrementAndGet();
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
    count.addAndGet(Math.max(0, read));
    return read;
  }
}
