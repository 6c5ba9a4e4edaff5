package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.Distribution;

/** Where the bytes are. */
final class DistributionTriples {
  private static final String SPDX = "https://spdx.org/rdf/terms#checksumAlgorithm_";
  private static final Set<String> ALGORITHMS =
      Set.of("md5", "sha1", "sha224", "sha256", "sha384", "sha512");

  private final Triples out;
  private final Names names;
  private final Dataset dataset;

  DistributionTriples(Triples out, Names names, Dataset dataset) {
    this.out = out;
    this.names = names;
    this.dataset = dataset;
  }

  void write() {
    for (var distribution : dataset.distributions()) {
      var node = name(names, distribution);
      // Two sources may describe the same one; the first says it all.
      if (!out.has(node)) {
        out.add(names.self(), DISTRIBUTION, node);
        write(node, distribution);
      }
    }
  }

  static Node name(Names names, Distribution distribution) {
    var number = distribution.number();
    if (WebAddress.ok(number)) {
      return NodeFactory.createURI(number);
    }
    return number.matches("[A-Za-z0-9._~-]+")
        ? NodeFactory.createURI(
            names.base().resolve("distributions/" + names.id().slug() + "/" + number))
        : names.own("distribution-" + Integer.toHexString(distribution.hashCode()));
  }

  private void write(Node node, Distribution it) {
    out.type(node, DISTRIBUTION_CLASS).text(node, TITLE, it.title());
    out.add(node, ACCESS_URL, access(it));
    WebAddress.of(it.downloadUrl()).ifPresent(file -> out.add(node, DOWNLOAD_URL, file));
    if (!it.accessUrl().isBlank() && !WebAddress.ok(it.accessUrl())) {
      // An address of another kind (s3://…) is no accessURL of DCAT-AP, but the way to the data.
      out.text(node, IDENTIFIER, it.accessUrl());
    }
    Authorities.mediaType(out, it.mediaType()).ifPresent(type -> out.add(node, MEDIA_TYPE, type));
    var format = it.format().isBlank() ? it.mediaType() : it.format();
    Authorities.format(out, format, part(node, "format"))
        .ifPresent(type -> out.add(node, FORMAT, type));
    if (it.bytes() >= 0) {
      out.typed(node, BYTE_SIZE, Long.toString(it.bytes()), XSDDatatype.XSDnonNegativeInteger);
    }
    checksum(node, it.checksum());
    licence(it)
        .ifPresent(
            licence -> {
              out.add(node, LICENSE, licence).type(licence, LICENSE_DOCUMENT);
            });
    if (!it.source().isEmpty()) {
      out.add(node, SOURCE, names.set(it.source()));
    }
  }

  /** A page or file on the web; where there is none, the page of the dataset. */
  private Node access(Distribution it) {
    return Stream.concat(
            Stream.of(it.accessUrl(), it.downloadUrl()), dataset.landingPages().stream())
        .flatMap(address -> WebAddress.of(address).stream())
        .findFirst()
        .orElse(names.self());
  }

  private Optional<Node> licence(Distribution it) {
    return WebAddress.of(it.licenceIri())
        .or(() -> LicenceIris.single(dataset).map(NodeFactory::createURI));
  }

  private void checksum(Node node, String written) {
    var parts = written.split(":", 2);
    if (parts.length != 2
        || !ALGORITHMS.contains(parts[0])
        || !parts[1].matches("([0-9a-fA-F]{2}){16,64}")) {
      return;
    }
    var checksum = part(node, "checksum");
    var algorithm = NodeFactory.createURI(SPDX + parts[0]);
    out.add(node, CHECKSUM, checksum).type(checksum, CHECKSUM_CLASS);
    out.add(checksum, ALGORITHM, algorithm).type(algorithm, CHECKSUM_ALGORITHM);
    out.typed(checksum, CHECKSUM_VALUE, parts[1], XSDDatatype.XSDhexBinary);
  }

  private static Node part(Node node, String fragment) {
    var iri = node.getURI();
    return NodeFactory.createURI(iri + (iri.contains("#") ? "-" : "#") + fragment);
  }
}
