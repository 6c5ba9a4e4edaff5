package org.commonsregistry.sparql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonsregistry.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads application/x-www-form-urlencoded strictly: bytes that are not UTF-8 are an error, because
 * a silently replaced character would be a different query.
 */
final class FormParameters {
  private FormParameters() {}

  static Map<String, List<String>> parse(@Nullable String form) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var pair : form == null ? new String[0] : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        var equals = pair.indexOf('=');
        var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  static String utf8(byte[] bytes, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest("The query is not in UTF-8.")
          .expected("UTF-8")
          .remedy("Send the text in UTF-8, percent-encoded in addresses and forms.");
    }
  }

  private static String decoded(String text) {
    var raw = text.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[raw.length];
    var length = 0;
    for (var i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        var high = hex(raw, i + 1);
        var low = hex(raw, i + 2);
        if (high < 0 || low < 0) {
          throw ProblemException.badRequest("A % is not followed by two hexadecimal digits.")
              .remedy("Percent-encode the value; % itself is %25.");
        }
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        bytes[length++] = raw[i] == '+' ? (byte) ' ' : raw[i];
      }
    }
    return utf8(bytes, length);
  }

  private static int hex(byte[] bytes, int index) {
    return index < bytes.length ? Character.digit(bytes[index], 16) : -1;
  }
}
