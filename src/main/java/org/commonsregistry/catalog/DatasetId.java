package org.commonsregistry.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a dataset or dataset series in this registry, used in its address.
 *
 * @param slug lower-case ASCII letters, digits and single hyphens, 2 to 100 characters
 */
@Serdeable
public record DatasetId(String slug) {
  private static final int LONGEST = 100;
  private static final String URN = "urn:commons:dataset:";

  public DatasetId {
    if (!valid(slug)) {
      throw new IllegalArgumentException(
          "A slug has lower-case letters, digits and single hyphens, 2 to 100 characters; '"
              + slug
              + "' is none.");
    }
  }

  public static boolean valid(String slug) {
    if (slug.length() < 2 || slug.length() > LONGEST) {
      return false;
    }
    var hyphen = true; // none at the beginning either
    for (var i = 0; i < slug.length(); i++) {
      var c = slug.charAt(i);
      if (c == '-' ? hyphen : !letterOrDigit(c)) {
        return false;
      }
      hyphen = c == '-';
    }
    return !hyphen;
  }

  private static boolean letterOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  /** The id of a ledger IRI {@code urn:commons:dataset:…}. */
  public static Optional<DatasetId> ofIri(String iri) {
    return iri.startsWith(URN) && valid(iri.substring(URN.length()))
        ? Optional.of(new DatasetId(iri.substring(URN.length())))
        : Optional.empty();
  }

  /**
   * The slug a name suggests: Latin letters without accents, everything else a hyphen; empty when
   * nothing is left.
   */
  public static Optional<DatasetId> suggestedBy(String name) {
    var slug = hyphenated(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Form.NFKD));
    if (slug.length() > LONGEST) {
      slug = slug.substring(0, LONGEST).replaceAll("-$", "");
    }
    return valid(slug) ? Optional.of(new DatasetId(slug)) : Optional.empty();
  }

  private static String hyphenated(String decomposed) {
    var out = new StringBuilder(Math.min(decomposed.length(), LONGEST + 2));
    for (var i = 0; i < decomposed.length() && out.length() <= LONGEST; i++) {
      var c = decomposed.charAt(i);
      if (letterOrDigit(c)) {
        out.append(c);
      } else if (c == 'ß') {
        out.append("ss");
      } else if (!mark(decomposed.codePointAt(i))
          && !out.isEmpty()
          && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  /** An accent that was taken off its letter. */
  private static boolean mark(int c) {
    var type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  public String iri() {
    return URN + slug;
  }

  @Override
  public String toString() {
    return slug;
  }
}
