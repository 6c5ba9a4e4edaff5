package org.commonsregistry.catalog.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.commonsregistry.rdf.RdfRefusedException;

/**
 * The bytes of a file that may be compressed with gzip or Zstandard, known by its first bytes so
 * that a wrong file name does no harm. What unpacks to many hundred times its size is refused: real
 * catalogues never do, bombs do.
 */
final class Unpacked extends FilterInputStream {
  private static final long HARMLESS = 64L << 20;
  private static final int LARGEST_RATIO = 300;

  private final Packed packed;
  private long given;

  private Unpacked(InputStream plain, Packed packed) {
    super(plain);
    this.packed = packed;
  }

  static InputStream of(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(4);
    var magic = buffered.readNBytes(4);
    buffered.reset();
    if (begins(magic, 0x1F, 0x8B)) {
      var packed = new Packed(buffered);
      return new Unpacked(new GZIPInputStream(packed, 1 << 16), packed);
    }
    if (begins(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
      var packed = new Packed(buffered);
      return new Unpacked(new ZstdInputStream(packed), packed);
    }
    return buffered;
  }

  private static boolean begins(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (var i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
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
    counted(Math.max(0, read));
    return read;
  }

  private void counted(int bytes) {
    given += bytes;
    if (given > HARMLESS && given > packed.taken * LARGEST_RATIO) {
      throw RdfRefusedException.tooLarge(
          "The file unpacks to more than "
              + LARGEST_RATIO
              + " times its size ("
              + packed.taken
              + " bytes became "
              + given
              + "); it looks like a decompression bomb.",
          "Send it uncompressed, or in smaller parts.");
    }
  }

  /** Counts what the decompressor takes. */
  private static final class Packed extends FilterInputStream {
    private long taken;

    Packed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var read = super.read();
      taken += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var read = super.read(buffer, offset, length);
      taken += Math.max(0, read);
      return read;
    }
  }
}
