package org.commonsregistry.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * The path and query of a page, without the reader's choices of language and theme.
 *
 * @param path starts with a slash
 * @param query as it was written, without the question mark; may be empty
 */
record Address(String path, String query) {

  static Address of(String path, String rawQuery) {
    var kept = new StringJoiner("&");
    for (var pair : rawQuery.split("&")) {
      if (!pair.isEmpty() && !pair.startsWith("lang=") && !pair.startsWith("theme=")) {
        kept.add(pair);
      }
    }
    return new Address(path, kept.toString());
  }

  /** The same address with one more parameter. */
  String with(String parameter, String value) {
    return path
        + "?"
        + (query.isEmpty() ? "" : query + "&")
        + parameter
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
