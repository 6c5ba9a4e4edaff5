package org.commonsregistry.catalog.intake;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Dates as sources write them, typed by what they look like; anything else stays a plain string.
 */
final class Dates {
  private Dates() {}

  static Node literal(String value) {
    var text = value.strip();
    XSDDatatype type = null;
    if (text.matches("-?\\d{4}")) {
      type = XSDDatatype.XSDgYear;
    } else if (text.matches("\\d{4}-\\d\\d")) {
      type = XSDDatatype.XSDgYearMonth;
    } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      type = XSDDatatype.XSDdate;
    } else if (text.matches(
        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?")) {
      type = XSDDatatype.XSDdateTime;
    }
    return type != null && type.isValid(text)
        ? NodeFactory.createLiteralDT(text, type)
        : NodeFactory.createLiteralString(text);
  }
}
