package org.commonsregistry.catalog;

/**
 * Text from outside: control characters and lone surrogates out, e-mail addresses masked, white
 * space at the ends gone. Takes time in proportion to the text, whatever is in it.
 */
public final class TextCleaning {
  private static final String MASK = "(address removed)";
  private static final int LONGEST_LOCAL_PART = 64;

  private TextCleaning() {}

  public static String clean(String text) {
    var tidy = withoutControls(text).strip();
    return tidy.indexOf('@') < 0 ? tidy : masked(tidy);
  }

  private static String withoutControls(String text) {
    StringBuilder out = null;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      var bad =
          c < 0x20 && c != '\n' && c != '\t' || c == 0x7F || Character.isSurrogate(c) && !pair;
      if (bad && out == null) {
        out = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (out != null && !bad) {
        out.append(c);
      }
      if (pair) {
        i++;
        if (out != null) {
          out.append(text.charAt(i));
        }
      }
      var aloneReturn = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (out != null && aloneReturn) {
        out.append('\n');
      }
    }
    return out == null ? text : out.toString();
  }

  private static String masked(String text) {
    var out = new StringBuilder(text.length());
    var copied = 0;
    for (var at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      var from = at;
      while (from > copied && at - from < LONGEST_LOCAL_PART && local(text.charAt(from - 1))) {
        from--;
      }
      var to = domainEnd(text, at + 1);
      if (from < at && to > at) {
        out.append(text, copied, from).append(MASK);
        copied = to;
        at = to - 1;
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Where a domain name with at least one inner dot ends, -1 when none begins here. */
  private static int domainEnd(String text, int from) {
    var end = -1;
    var label = from;
    for (var i = from; i <= text.length(); i++) {
      if (i < text.length() && (alphanumeric(text.charAt(i)) || text.charAt(i) == '-')) {
        continue;
      }
      if (i == label) {
        break; // an empty label
      }
      if (label > from) {
        end = i;
      }
      if (i == text.length() || text.charAt(i) != '.') {
        break;
      }
      label = i + 1;
    }
    return end;
  }

  private static boolean local(char c) {
    return alphanumeric(c) || "._%+-".indexOf(c) >= 0;
  }

  private static boolean alphanumeric(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
