package org.commonsregistry.catalog.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Addresses that others can follow. */
final class Addresses {
  private static final int LONGEST = 2_000;
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "s3", "doi", "urn");

  private Addresses() {}

  /** Absolute, well-formed, of a scheme that leads somewhere, at most 2 000 characters. */
  static boolean usable(String address) {
    var text = address.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    try {
      var uri = new URI(text);
      return uri.isAbsolute()
          && SCHEMES.contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT))
          && (!uri.getScheme().startsWith("http") || uri.getHost() != null);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
