package org.commonsregistry.web;

import org.apache.jena.shared.PrefixMapping;
import org.commonsregistry.catalog.VersionDiff;

/** Statements as short lines that a person can compare. */
final class StatementLines {
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("dct", "http://purl.org/dc/terms/")
          .setNsPrefix("dcat", "http://www.w3.org/ns/dcat#")
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("prov", "http://www.w3.org/ns/prov#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("schema", "https://schema.org/")
          .setNsPrefix("spdx", "http://spdx.org/rdf/terms#")
          .setNsPrefix("commons", "https://commonsregistry.org/ns#");

  private StatementLines() {}

  /** The property and its value; of what is left out, since most are about the dataset itself. */
  static String of(VersionDiff.Statement statement) {
    return PREFIXES.shortForm(statement.property())
        + "  "
        + PREFIXES.shortForm(statement.value())
        + (statement.language().isEmpty() ? "" : " @" + statement.language());
  }
}
