package org.commonsregistry.catalog.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.commonsregistry.rdf.RdfRefusedException;

/** Makes sure that text from outside is UTF-8, and says where it is not. */
final class Encoding {
  private static final String REMEDY = "Save the file as UTF-8 and send it again.";

  private Encoding() {}

  /** The same bytes without a byte order mark. */
  static byte[] utf8(byte[] bytes) {
    refuseUtf16(bytes);
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(1 << 13);
    while (true) {
      var result = decoder.decode(in, out, true);
      if (result.isError()) {
        throw new RdfRefusedException(
            "The file is not valid UTF-8: line " + line(bytes, in.position()) + ".",
            "It may be Latin-1. " + REMEDY);
      }
      if (result.isUnderflow()) {
        return marked(bytes) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
      }
      out.clear();
    }
  }

  /** Only the first bytes are looked at. */
  static void refuseUtf16(byte[] start) {
    if (start.length >= 2
        && ((start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF
            || (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE)) {
      throw new RdfRefusedException("The file is UTF-16.", REMEDY);
    }
  }

  private static boolean marked(byte[] bytes) {
    return bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF;
  }

  private static int line(byte[] bytes, int position) {
    var line = 1;
    for (var i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
