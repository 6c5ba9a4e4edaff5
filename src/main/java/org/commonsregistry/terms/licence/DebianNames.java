package org.commonsregistry.terms.licence;

import java.util.regex.Pattern;

/** Spellings peculiar to Debian's copyright files, made plain before an expression is read. */
final class DebianNames {
  private static final Pattern HYPHENED_WITH =
      Pattern.compile(
          "(?<=\\+)-(?:with-)?(?=[A-Za-z0-9.]{1,30}-exceptions?\\b)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERL =
      Pattern.compile(
          "\\b(GPL-1(?:\\.0)?\\+ or )Artistic(?=$|[\\s,)])|\\bArtistic(?= or GPL-1(?:\\.0)?\\+)",
          Pattern.CASE_INSENSITIVE);

  private DebianNames() {}

  /**
   * "GPL-3+-with-bison-exception" with spaces; and "GPL-1+ or Artistic", the terms of Perl itself,
   * with the wording of the Artistic licence that Perl has.
   */
  static String unfolded(String text) {
    var plain = HYPHENED_WITH.matcher(text).replaceAll(" with ");
    return PERL.matcher(plain)
        .replaceAll(match -> (match.group(1) == null ? "" : match.group(1)) + "Artistic-1.0-Perl");
  }
}
