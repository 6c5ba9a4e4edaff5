package org.commonsregistry.rdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * A set of quads as sorted canonical N-Quads: the byte form that is hashed, signed and compared.
 * Without blank nodes this is exactly RDFC-1.0 (https://www.w3.org/TR/rdf-canon/, section 5), so
 * blank nodes are refused: skolemise first. Immutable.
 */
public final class CanonicalQuads {
  public static final CanonicalQuads EMPTY = new CanonicalQuads(new byte[0]);

  private final byte[] text;

  private CanonicalQuads(byte[] text) {
    this.text = text;
  }

  /** Sorts by code point and drops repeated quads. */
  public static CanonicalQuads of(Collection<Quad> quads) {
    var lines = new TreeSet<byte[]>(Arrays::compareUnsigned);
    for (var quad : quads) {
      lines.add(line(quad).getBytes(StandardCharsets.UTF_8));
    }
    var out = new ByteArrayOutputStream(lines.size() * 160);
    lines.forEach(out::writeBytes);
    return new CanonicalQuads(out.toByteArray());
  }

  /** Trusts that the bytes come from {@link #toBytes()}. */
  public static CanonicalQuads ofBytes(byte[] text) {
    return new CanonicalQuads(text);
  }

  public byte[] toBytes() {
    return text;
  }

  public boolean sameAs(byte[] other) {
    return Arrays.equals(text, other);
  }

  public List<Quad> quads() {
    return new CanonicalQuadsReader(text).read();
  }

  @Override
  public String toString() {
    return new String(text, StandardCharsets.UTF_8);
  }

  private static String line(Quad quad) {
    var out = new StringBuilder(200);
    append(out, quad.getSubject());
    append(out.append(' '), quad.getPredicate());
    append(out.append(' '), quad.getObject());
    if (!quad.isDefaultGraph()) {
      append(out.append(' '), quad.getGraph());
    }
    return out.append(" .\n").toString();
  }

  private static void append(StringBuilder out, Node node) {
    if (node.isURI()) {
      out.append('<').append(checked(node.getURI())).append('>');
    } else if (node.isLiteral()) {
      out.append('"');
      escape(out, node.getLiteralLexicalForm());
      out.append('"');
      var language = node.getLiteralLanguage();
      var datatype = node.getLiteralDatatypeURI();
      if (language != null && !language.isEmpty()) {
        out.append('@').append(language);
      } else if (datatype != null && !datatype.equals("http://www.w3.org/2001/XMLSchema#string")) {
        out.append("^^<").append(datatype).append('>');
      }
    } else {
      throw new IllegalArgumentException(
          "Only IRIs and literals have a canonical form here, found " + node);
    }
  }

  /** What cannot stand between angle brackets would make the line unreadable for everybody. */
  private static String checked(String iri) {
    for (var i = 0; i < iri.length(); i++) {
      var c = iri.charAt(i);
      if (c <= 0x20 || c == '<' || c == '>' || c == '"' || c == '{' || c == '}' || c == '|'
          || c == '^' || c == '`' || c == '\\') {
        throw new RdfRefusedException(
            "The IRI <" + iri + "> has a character that no IRI may have.",
            "Percent-encode it (a space is %20).");
      }
    }
    return iri;
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
          if (c < 0x20 || c == 0x7F) {
            out.append(String.format("\\u%04X", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
  }
}
