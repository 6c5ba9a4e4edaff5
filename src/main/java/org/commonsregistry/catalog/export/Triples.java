package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.TYPE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Triples in the order a person would read them: by subject, each where it first came up. Not
 * thread-safe.
 */
final class Triples {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private final Map<Node, Set<Triple>> bySubject = new LinkedHashMap<>();

  Triples add(Node subject, Node property, Node object) {
    bySubject
        .computeIfAbsent(subject, s -> new LinkedHashSet<>())
        .add(Triple.create(subject, property, object));
    return this;
  }

  Triples type(Node subject, Node type) {
    return add(subject, TYPE, type);
  }

  /** Adds nothing for a blank text. */
  Triples text(Node subject, Node property, String text, String language) {
    if (text.isBlank()) {
      return this;
    }
    var tagged = LANGUAGE.matcher(language).matches() && !language.equals("und");
    return add(
        subject,
        property,
        tagged
            ? NodeFactory.createLiteralLang(text, language)
            : NodeFactory.createLiteralString(text));
  }

  Triples text(Node subject, Node property, String text) {
    return text(subject, property, text, "");
  }

  Triples texts(Node subject, Node property, Map<String, String> byLanguage) {
    byLanguage.forEach((language, text) -> text(subject, property, text, language));
    return this;
  }

  Triples typed(Node subject, Node property, String lexical, RDFDatatype datatype) {
    return add(subject, property, NodeFactory.createLiteralDT(lexical, datatype));
  }

  /** Copies a literal as it is, unless it is blank. */
  Triples literal(Node subject, Node property, Node literal) {
    return literal.isLiteral() && !literal.getLiteralLexicalForm().isBlank()
        ? add(subject, property, literal)
        : this;
  }

  boolean has(Node subject) {
    return bySubject.containsKey(subject);
  }

  boolean has(Node subject, Node property) {
    return bySubject.getOrDefault(subject, Set.of()).stream()
        .anyMatch(triple -> triple.getPredicate().equals(property));
  }

  Triples addAll(Collection<Triple> triples) {
    triples.forEach(t -> add(t.getSubject(), t.getPredicate(), t.getObject()));
    return this;
  }

  List<Triple> list() {
    var all = new ArrayList<Triple>();
    bySubject.values().forEach(all::addAll);
    return all;
  }

  static Graph graph(Collection<Triple> triples) {
    var graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }
}
