package org.commonsregistry.ledger;

import java.util.regex.Pattern;

/**
 * What happened, as a fixed word that is part of the leaf, e.g. {@code dataset.described}. Features
 * declare their own kinds.
 *
 * @param token lower-case words joined by dots, at most 64 characters
 */
public record EntryKind(String token) {
  private static final Pattern TOKEN = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)*");

  /** An order empties an earlier entry of the same subject; the payload names it. */
  public static final EntryKind REDACTED = new EntryKind("entry.redacted");

  public EntryKind {
    if (token.length() > 64 || !TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException("not an entry kind: " + token);
    }
  }
}
