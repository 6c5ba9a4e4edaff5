package org.commonsregistry.holdings.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether something is a text at all. */
final class Characters {
  private static final char REPLACEMENT = '\uFFFD';

  private Characters() {}

  /** The text of some bytes; empty when they are not UTF-8. */
  static Optional<String> utf8(byte[] bytes, int offset, int length) {
    var text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return Optional.of(text);
    }
    try { // the mark may have been written, or stand for what cannot be read
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, offset, length))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static boolean utf16(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
            || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
  }

  /** How many bytes a byte order mark takes at the beginning: 3 or 0. */
  static int mark(byte[] bytes) {
    return bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  /** Why a text cannot be kept; empty when it can. */
  static Optional<String> fault(String text) {
    if (text.isBlank()) {
      return Optional.of("The text is empty.");
    }
    if (text.indexOf('\0') >= 0) {
      return Optional.of("It has NUL characters, so it is binary and not a text.");
    }
    return Optional.empty();
  }

  /** Only escapes can make one: UTF-8 has none. */
  static boolean loneSurrogate(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
