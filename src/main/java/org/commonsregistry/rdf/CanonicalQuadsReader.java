package org.commonsregistry.rdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads exactly what {@link CanonicalQuads} writes and nothing else: no comments, no other white
 * space, no blank nodes. A general parser would check every IRI again on every projection; these
 * were checked when they were written. Not thread-safe.
 */
final class CanonicalQuadsReader {
  private final String text;
  private final Map<String, Node> iris = new HashMap<>();
  private int at;

  CanonicalQuadsReader(byte[] bytes) {
    text = new String(bytes, StandardCharsets.UTF_8);
  }

  List<Quad> read() {
    var quads = new ArrayList<Quad>();
    while (at < text.length()) {
      var subject = node();
      expect(' ');
      var predicate = node();
      expect(' ');
      var object = node();
      expect(' ');
      var graph = Quad.defaultGraphIRI;
      if (text.charAt(at) == '<') {
        graph = node();
        expect(' ');
      }
      expect('.');
      expect('\n');
      quads.add(Quad.create(graph, subject, predicate, object));
    }
    return quads;
  }

  private Node node() {
    return switch (text.charAt(at)) {
      case '<' -> iris.computeIfAbsent(iri(), NodeFactory::createURI);
      case '"' -> literal();
      default -> throw broken("an IRI or a literal");
    };
  }

  private String iri() {
    var end = text.indexOf('>', at);
    if (end < 0) {
      throw broken("the end of an IRI");
    }
    var iri = text.substring(at + 1, end);
    at = end + 1;
    return iri;
  }

  private Node literal() {
    var lexical = lexicalForm();
    if (at < text.length() && text.charAt(at) == '@') {
      var end = text.indexOf(' ', at);
      var language = text.substring(at + 1, end);
      var direction = language.indexOf("--");
      at = end;
      return direction < 0
          ? NodeFactory.createLiteralLang(lexical, language)
          : NodeFactory.createLiteralDirLang(
              lexical, language.substring(0, direction), language.substring(direction + 2));
    }
    if (text.startsWith("^^<", at)) {
      at += 2;
      return NodeFactory.createLiteralDT(
          lexical, TypeMapper.getInstance().getSafeTypeByName(iri()));
    }
    return NodeFactory.createLiteralString(lexical);
  }

  private String lexicalForm() {
    var start = ++at;
    StringBuilder out = null;
    while (true) {
      if (at >= text.length()) {
        throw broken("the end of a literal");
      }
      var c = text.charAt(at);
      if (c == '"') {
        var plain = out == null ? text.substring(start, at) : out.toString();
        at++;
        return plain;
      }
      if (c == '\\') {
        out = out == null ? new StringBuilder(text.substring(start, at)) : out;
        out.append(escape());
      } else {
        if (out != null) {
          out.append(c);
        }
        at++;
      }
    }
  }

  private char escape() {
    var c = text.charAt(at + 1);
    at += 2;
    return switch (c) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '"', '\\' -> c;
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> throw broken("an escape");
    };
  }

  private void expect(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw broken("'" + c + "'");
    }
    at++;
  }

  private IllegalStateException broken(String expected) {
    return new IllegalStateException(
        "Not canonical N-Quads: expected " + expected + " at character " + at + ".");
  }
}
