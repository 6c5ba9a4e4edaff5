package org.commonsregistry.catalog.intake;

import java.util.regex.Pattern;

/**
 * Text that is one Markdown link, as catalogues like to write names and licences.
 *
 * @param address empty when the text is not a link
 */
record MarkdownLink(String text, String address) {
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]{1,500})\\]\\(\\s*+(\\S{1,2000})\\s*+\\)\\.?");

  static MarkdownLink of(String text) {
    var match = LINK.matcher(text.strip());
    return match.matches()
        ? new MarkdownLink(match.group(1), match.group(2))
        : new MarkdownLink(text, Addresses.usable(text) ? text.strip() : "");
  }
}
