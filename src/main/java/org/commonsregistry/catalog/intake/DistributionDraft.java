package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A distribution as a description has it.
 *
 * @param bytes -1 when unknown
 * @param checksum {@code sha256:…}; may be empty like every other text
 */
record DistributionDraft(
    String title,
    String accessUrl,
    String downloadUrl,
    String format,
    String mediaType,
    long bytes,
    String checksum) {

  /** The node that stands for it, described; empty when it has no usable address. */
  Optional<Node> stated(Statements says) {
    if (!Addresses.usable(accessUrl) && !Addresses.usable(downloadUrl)) {
      return Optional.empty();
    }
    var node = NodeFactory.createBlankNode();
    says.add(node, TYPE, DISTRIBUTION_CLASS);
    says.address(node, ACCESS_URL, Addresses.usable(accessUrl) ? accessUrl : downloadUrl);
    says.address(node, DOWNLOAD_URL, downloadUrl);
    says.literal(node, TITLE, title);
    says.literal(node, FORMAT, format);
    says.literal(node, MEDIA_TYPE, mediaType);
    if (bytes >= 0) {
      says.add(
          node,
          BYTE_SIZE,
          NodeFactory.createLiteralDT(Long.toString(bytes), XSDDatatype.XSDnonNegativeInteger));
    }
    checksum(says, node);
    return Optional.of(node);
  }

  private void checksum(Statements says, Node distribution) {
    var parts = checksum.split(":", 2);
    if (parts.length != 2 || !parts[1].matches("[0-9a-fA-F]{32,128}")) {
      return;
    }
    var node = NodeFactory.createBlankNode();
    says.add(distribution, CHECKSUM, node);
    says.add(node, TYPE, CHECKSUM_CLASS);
    says.add(
        node,
        ALGORITHM,
        NodeFactory.createURI("https://spdx.org/rdf/terms#checksumAlgorithm_" + parts[0]));
    says.add(
        node,
        CHECKSUM_VALUE,
        NodeFactory.createLiteralDT(parts[1].toLowerCase(Locale.ROOT), XSDDatatype.XSDhexBinary));
  }
}
