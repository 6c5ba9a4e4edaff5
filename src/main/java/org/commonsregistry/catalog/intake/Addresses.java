package org.commonsregistry.catalog.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that others can follow. */
final class Addresses {
  private static final int LONGEST = 2_000;
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "s3", "doi", "urn");
  private static final String NEVER_IN_AN_IRI = "<>\"{}|^`\\[] ";

  private Addresses() {}

  static boolean usable(String address) {
    return tidy(address).isPresent();
  }

  /**
   * The address with characters no IRI may have percent-encoded, as browsers do; empty unless it is
   * absolute, well-formed, of a scheme that leads somewhere and at most 2 000 characters long.
   */
  static Optional<String> tidy(String address) {
    var text = encoded(address.strip());
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var uri = new URI(text);
      var leadsSomewhere =
          uri.isAbsolute()
              && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
              && (!uri.getScheme().startsWith("http") || uri.getRawAuthority() != null);
      return leadsSomewhere ? Optional.of(text) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean escape(String address, int at) {
    return at + 2 < address.length()
        && Character.digit(address.charAt(at + 1), 16) >= 0
        && Character.digit(address.charAt(at + 2), 16) >= 0;
  }

  private static String encoded(String address) {
    var out = new StringBuilder(address.length());
    for (var i = 0; i < address.length(); i++) {
      var c = address.charAt(i);
      if (c == '%' && !escape(address, i)) {
        out.append("%25");
      } else if (c > 0x20 && c != 0x7F && NEVER_IN_AN_IRI.indexOf(c) < 0) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
