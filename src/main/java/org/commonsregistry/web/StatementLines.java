package org.commonsregistry.web;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.FmtUtils;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.CanonicalQuads;

/** Statements as short lines that a person can compare. Which source says it is left out. */
final class StatementLines {
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefixes(PrefixMapping.Extended)
          .setNsPrefix("dct", "http://purl.org/dc/terms/")
          .setNsPrefix("dcat", "http://www.w3.org/ns/dcat#")
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("prov", "http://www.w3.org/ns/prov#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("schema", "https://schema.org/")
          .setNsPrefix("spdx", "http://spdx.org/rdf/terms#")
          .setNsPrefix("commons", "https://commonsregistry.org/ns#");

  private final BaseIri base;

  StatementLines(BaseIri base) {
    this.base = base;
  }

  Set<String> of(CanonicalQuads payload) {
    var lines = new TreeSet<String>();
    for (var quad : payload.quads()) {
      lines.add(
          text(quad.getSubject())
              + "  "
              + text(quad.getPredicate())
              + "  "
              + text(quad.getObject()));
    }
    return lines;
  }

  private String text(Node node) {
    if (!node.isURI()) {
      return FmtUtils.stringForNode(node, PREFIXES);
    }
    var iri = base.toPublic(node).getURI();
    return iri.startsWith(base.value())
        ? "/" + iri.substring(base.value().length())
        : FmtUtils.stringForNode(node, PREFIXES);
  }
}
