package org.commonsregistry.rdf;

import java.util.HexFormat;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/**
 * One IRI or literal in the canonical form of N-Quads. What could not be read back is refused here,
 * because a ledger entry can never be mended.
 */
final class CanonicalTerm {
  private static final String STRING = XSD.xstring.getURI();
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private CanonicalTerm() {}

  static void append(StringBuilder out, Node node) {
    if (node.isURI()) {
      iri(out, node.getURI());
    } else if (node.isLiteral()) {
      literal(out, node);
    } else {
      throw new RdfRefusedException(
          "Only IRIs and literals can be recorded here, found " + node + ".",
          "Leave out statements about statements, and name what you speak about.");
    }
  }

  private static void literal(StringBuilder out, Node node) {
    out.append('"');
    escape(out, node.getLiteralLexicalForm());
    out.append('"');
    var language = node.getLiteralLanguage();
    var datatype = node.getLiteralDatatypeURI();
    if (language != null && !language.isEmpty()) {
      out.append('@').append(checkedLanguage(language));
      var direction = node.getLiteralBaseDirection();
      if (direction != null) {
        out.append("--").append(direction.direction());
      }
    } else if (datatype != null && !datatype.equals(STRING)) {
      iri(out.append("^^"), datatype);
    }
  }

  /** What cannot stand between angle brackets would make the line unreadable for everybody. */
  private static void iri(StringBuilder out, String iri) {
    var colon = false;
    for (var i = 0; i < iri.length(); i++) {
      var c = iri.charAt(i);
      colon |= c == ':';
      if (c <= 0x20
          || c == '<'
          || c == '>'
          || c == '"'
          || c == '{'
          || c == '}'
          || c == '|'
          || c == '^'
          || c == '`'
          || c == '\\'
          || lone(iri, i)) {
        throw new RdfRefusedException(
            "The IRI <" + iri + "> has a character that no IRI may have.",
            "Percent-encode it (a space is %20).");
      }
    }
    if (!colon) {
      throw new RdfRefusedException(
          "The IRI <" + iri + "> is relative, and what is recorded has no address to start from.",
          "Write it in full.");
    }
    out.append('<').append(iri).append('>');
  }

  private static String checkedLanguage(String tag) {
    var start = true;
    var first = true;
    for (var i = 0; i < tag.length(); i++) {
      var c = tag.charAt(i);
      var letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      var fits = letter || !first && c >= '0' && c <= '9' || c == '-' && !start;
      if (!fits || c == '-' && i == tag.length() - 1) {
        throw new RdfRefusedException(
            "'" + tag + "' is not a language tag.", "Use a tag such as en or pt-BR.");
      }
      start = c == '-';
      first &= c != '-';
    }
    return tag;
  }

  private static void escape(StringBuilder out, String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> {
          if (lone(text, i)) {
            throw new RdfRefusedException(
                "A text has half a character (a lone surrogate) at position " + i + ".",
                "Write the text as valid Unicode.");
          }
          if (c < 0x20 || c == 0x7F || c >= 0xFFFE) { // not characters in XML 1.1 either
            out.append("\\u").append(HEX.toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  private static boolean lone(String text, int at) {
    var c = text.charAt(at);
    return Character.isHighSurrogate(c)
            && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
        || Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
