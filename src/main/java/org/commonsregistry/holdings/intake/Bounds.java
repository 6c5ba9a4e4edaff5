package org.commonsregistry.holdings.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much one file may unpack to. Real texts never shrink to a hundredth; bombs do. Not
 * thread-safe.
 */
final class Bounds {
  /** Bytes of one text. */
  static final int LARGEST_TEXT = 16 << 20;

  /** Bytes of one line of JSON. */
  static final int LONGEST_LINE = 10 << 20;

  /** Files in one archive. */
  static final int MOST_MEMBERS = 1_000_000;

  private static final long HARMLESS = 64L << 20;
  private static final int LARGEST_RATIO = 100;

  private final long largest;
  private long taken;
  private long given;

  /**
   * @param largest bytes a file may unpack to
   */
  Bounds(long largest) {
    this.largest = largest;
  }

  /** Counts what is read of the file as it came. */
  InputStream packed(InputStream in) {
    return new Counted(in) {
      @Override
      void count(int bytes) {
        taken += bytes;
      }
    };
  }

  /** Counts what it unpacks to, and stops when that is too much. */
  InputStream unpacked(InputStream in) {
    return new Counted(in) {
      @Override
      void count(int bytes) throws IOException {
        gave(bytes);
      }
    };
  }

  void gave(long bytes) throws IOException {
    given += bytes;
    if (given > largest) {
      throw new FileRefusedException(
          "The file unpacks to more than " + largest + " bytes, the most taken at a time.",
          "Send it in smaller parts.");
    }
    if (given > HARMLESS && given > taken * LARGEST_RATIO) {
      throw new FileRefusedException(
          "The file unpacks to more than "
              + LARGEST_RATIO
              + " times its size ("
              + taken
              + " bytes became "
              + given
              + "); it looks like a decompression bomb.",
          "Send it uncompressed, or in smaller parts.");
    }
  }

  private abstract static class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    abstract void count(int bytes) throws IOException;

    @Override
    public int read() throws IOException {
      var read = super.read();
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var read = super.read(buffer, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    /** Reads, so that what is passed over counts. */
    @Override
    public long skip(long count) throws IOException {
      var chunk = new byte[(int) Math.clamp(count, 1, 1 << 14)];
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
}
