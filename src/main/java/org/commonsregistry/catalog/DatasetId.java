package org.commonsregistry.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a dataset or dataset series in this registry, used in its address.
 *
 * @param slug lower-case ASCII letters, digits and single hyphens, 2 to 100 characters
 */
@Serdeable
public record DatasetId(String slug) {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9])+");
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
    return slug.length() <= LONGEST && SLUG.matcher(slug).matches();
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
    var ascii =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "");
    var slug = ascii.replace("ß", "ss").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (slug.length() > LONGEST) {
      slug = slug.substring(0, LONGEST).replaceAll("-$", "");
    }
    return valid(slug) ? Optional.of(new DatasetId(slug)) : Optional.empty();
  }

  public String iri() {
    return URN + slug;
  }

  @Override
  public String toString() {
    return slug;
  }
}
