package org.commonsregistry.catalog.export;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The four kinds of date that DCAT-AP knows; anything else is no date and is not emitted as one.
 */
final class DateLiterals {
  private DateLiterals() {}

  static Optional<Node> of(String written) {
    var text = written.strip();
    var type =
        text.matches("-?\\d{4}")
            ? XSDDatatype.XSDgYear
            : text.matches("\\d{4}-\\d\\d")
                ? XSDDatatype.XSDgYearMonth
                : text.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? XSDDatatype.XSDdate
                    : XSDDatatype.XSDdateTime;
    return type.isValid(text)
        ? Optional.of(NodeFactory.createLiteralDT(text, type))
        : Optional.empty();
  }
}
