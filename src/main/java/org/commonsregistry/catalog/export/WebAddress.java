package org.commonsregistry.catalog.export;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Addresses that may be published as they are. */
final class WebAddress {
  private static final Pattern WEB =
      Pattern.compile("(?i)(https?|ftp)://[^\\s/<>\"{}|\\\\^`\\[\\]][^\\s<>\"{}|\\\\^`\\[\\]]*");

  private WebAddress() {}

  /**
   * The node, if it is an http, https or ftp address without characters that an IRI cannot have.
   */
  static Optional<Node> of(String address) {
    return ok(address) ? Optional.of(NodeFactory.createURI(address)) : Optional.empty();
  }

  static boolean ok(String address) {
    return WEB.matcher(address).matches();
  }
}
