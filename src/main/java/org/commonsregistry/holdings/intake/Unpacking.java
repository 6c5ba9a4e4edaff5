package org.commonsregistry.holdings.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes off gzip or Zstandard, known by the first bytes so that a wrong name does no harm. */
final class Unpacking {
  private static final int CHUNK = 1 << 16;

  private Unpacking() {}

  static InputStream of(InputStream in, Bounds bounds) throws IOException {
    var packed = new BufferedInputStream(bounds.packed(in), CHUNK);
    var magic = start(packed);
    if (begins(magic, 0x1F, 0x8B)) {
      return bounds.unpacked(new GZIPInputStream(packed, CHUNK));
    }
    if (begins(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
      return bounds.unpacked(new ZstdInputStream(packed));
    }
    return packed;
  }

  private static byte[] start(BufferedInputStream in) throws IOException {
    in.mark(4);
    var magic = in.readNBytes(4);
    in.reset();
    return magic;
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
}
