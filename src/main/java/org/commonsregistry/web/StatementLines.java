package org.commonsregistry.web;

import org.apache.jena.shared.PrefixMapping;
import org.commonsregistry.catalog.VersionDiff;
import org.commonsregistry.vocabulary.Ontology;

/** Statements as short lines that a person can compare. */
final class StatementLines {
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create().setNsPrefixes(Ontology.prefixes());

  private StatementLines() {}

  /** The property and its value; of what is left out, since most are about the dataset itself. */
  static String of(VersionDiff.Statement statement) {
    return PREFIXES.shortForm(statement.property())
        + "  "
        + PREFIXES.shortForm(statement.value())
        + (statement.language().isEmpty() ? "" : " @" + statement.language());
  }
}
