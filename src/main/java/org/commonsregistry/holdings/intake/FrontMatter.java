package org.commonsregistry.holdings.intake;

/**
 * The block of {@code name: value} lines between two lines of three hyphens that Markdown files
 * begin with. Read line by line, because what people write there is often not quite YAML.
 *
 * @param fields what it says under names that are known here
 * @param end where the text behind it begins, in characters; 0 when there is no such block
 */
record FrontMatter(StatedFields fields, int end) {
  static final FrontMatter NONE = new FrontMatter(new StatedFields(), 0);

  private static final String FENCE = "---";
  private static final int LONGEST = 1 << 16;

  static FrontMatter of(String text) {
    var fields = new StatedFields();
    if (!text.startsWith(FENCE)) {
      return NONE;
    }
    var from = lineEnd(text, 0);
    if (!text.substring(0, from).strip().equals(FENCE)) {
      return NONE;
    }
    while (from < Math.min(text.length(), LONGEST)) {
      var to = lineEnd(text, from);
      var line = text.substring(from, to).strip();
      from = to;
      if (line.equals(FENCE)) {
        return new FrontMatter(fields, blankLines(text, from));
      }
      var colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        fields.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1).strip()));
      }
    }
    return NONE; // it never ends, so it is text
  }

  private static int lineEnd(String text, int from) {
    var end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static int blankLines(String text, int from) {
    var end = from;
    while (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
      end++;
    }
    return end;
  }

  private static String unquoted(String value) {
    if (value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
      var end = value.indexOf(value.charAt(0), 1);
      return end < 0 ? value : value.substring(1, end);
    }
    var comment = value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }
}
