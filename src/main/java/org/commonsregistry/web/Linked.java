package org.commonsregistry.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Words that lead somewhere, or just words.
 *
 * @param href empty when there is nowhere to go
 */
public record Linked(String label, String href) {
  private static final int LONGEST = 60;
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps");

  static Linked plain(String label) {
    return new Linked(label, "");
  }

  /** An address from data: only web addresses become links, others could run something. */
  static Linked outside(String label, String address) {
    try {
      var scheme = new URI(address).getScheme();
      var safe = scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
      return new Linked(label, safe ? address : "");
    } catch (URISyntaxException e) {
      return plain(label);
    }
  }

  /** An address shown as itself, without what everybody knows. */
  static Linked address(String address) {
    var shown = address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    return outside(shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown, address);
  }
}
