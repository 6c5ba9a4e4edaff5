package org.commonsregistry.terms.preference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary of RFC 9651. Only tokens matter to preferences, so that other values are read past
 * and kept as {@link #OTHER}. Strict: one fault and there is no dictionary.
 */
final class StructuredDictionary {
  /** Stands for a value that is no token; a token never contains a space. */
  static final String OTHER = "no token";

  private static final int LONGEST = 10_000;

  /** A token or {@link #OTHER}, with the tokens among its parameters. */
  record Member(String value, Map<String, String> parameters) {}

  private final String text;
  private int at;

  private StructuredDictionary(String text) {
    this.text = text;
  }

  /** Empty when it is not one. */
  static Optional<Map<String, Member>> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new StructuredDictionary(text).dictionary());
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private Map<String, Member> dictionary() throws MalformedException {
    var members = new LinkedHashMap<String, Member>();
    skip(" ");
    while (at < text.length()) {
      var key = key();
      var value = taken('=') ? value() : OTHER;
      members.put(key, new Member(value, parameters()));
      skip(" \t");
      if (at == text.length()) {
        break;
      }
      expect(',');
      skip(" \t");
      if (at == text.length()) {
        throw new MalformedException();
      }
    }
    return members;
  }

  private Map<String, String> parameters() throws MalformedException {
    var parameters = new LinkedHashMap<String, String>();
    while (taken(';')) {
      skip(" ");
      parameters.put(key(), taken('=') ? item() : OTHER);
    }
    return parameters;
  }

  private String value() throws MalformedException {
    if (!taken('(')) {
      return item();
    }
    skip(" ");
    while (!taken(')')) {
      item();
      parameters();
      if (at >= text.length() || text.charAt(at) != ')' && text.charAt(at) != ' ') {
        throw new MalformedException();
      }
      skip(" ");
    }
    return OTHER;
  }

  private String item() throws MalformedException {
    if (at >= text.length()) {
      throw new MalformedException();
    }
    var first = text.charAt(at);
    if (letter(first) || first == '*') {
      return run("!#$%&'*+-.^_`|~:/");
    }
    switch (first) {
      case '"' -> quoted();
      case '%' -> {
        at++;
        quoted();
      }
      case ':' -> {
        var end = text.indexOf(':', at + 1);
        if (end < 0 || !text.substring(at + 1, end).matches("[A-Za-z0-9+/=]*")) {
          throw new MalformedException();
        }
        at = end + 1;
      }
      case '?' -> {
        at++;
        if (!taken('0') && !taken('1')) {
          throw new MalformedException();
        }
      }
      default -> number();
    }
    return OTHER;
  }

  private void number() throws MalformedException {
    taken('@');
    taken('-');
    var start = at;
    while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (!text.substring(start, at).matches("[0-9]{1,15}|[0-9]{1,12}\\.[0-9]{1,3}")) {
      throw new MalformedException();
    }
  }

  private void quoted() throws MalformedException {
    expect('"');
    while (!taken('"')) {
      taken('\\');
      if (at >= text.length() || text.charAt(at) < ' ' || text.charAt(at) > '~') {
        throw new MalformedException();
      }
      at++;
    }
  }

  private String key() throws MalformedException {
    if (at >= text.length() || !lower(text.charAt(at)) && text.charAt(at) != '*') {
      throw new MalformedException();
    }
    var start = at;
    while (at < text.length()
        && (lower(text.charAt(at))
            || digit(text.charAt(at))
            || "_-.*".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(start, at);
  }

  private String run(String others) {
    var start = at;
    while (at < text.length()
        && (letter(text.charAt(at))
            || digit(text.charAt(at))
            || others.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean taken(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) throws MalformedException {
    if (!taken(wanted)) {
      throw new MalformedException();
    }
  }

  private void skip(String these) {
    while (at < text.length() && these.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private static boolean letter(char c) {
    return lower(c) || c >= 'A' && c <= 'Z';
  }

  private static boolean lower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException() {
      super("not a structured field", null, false, false);
    }
  }
}
