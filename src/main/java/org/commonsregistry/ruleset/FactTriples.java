package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Facts as RDF: one triple per value, the fact's name in the predicate. */
public final class FactTriples {
  public static final String NAMESPACE = "https://commonsregistry.org/ns/fact/";

  private FactTriples() {}

  public static Node predicate(String fact) {
    return NodeFactory.createURI(NAMESPACE + fact);
  }

  static List<Triple> write(Node subject, Facts facts) {
    var triples = new ArrayList<Triple>();
    facts
        .all()
        .forEach(
            (name, value) -> {
              var predicate = predicate(name);
              for (var literal : literals(value)) {
                triples.add(Triple.create(subject, predicate, literal));
              }
            });
    return triples;
  }

  private static List<Node> literals(FactValue value) {
    return switch (value) {
      case FactValue.Words words ->
          words.values().stream().map(NodeFactory::createLiteralString).toList();
      case FactValue.Years years -> years.values().stream().map(FactTriples::year).toList();
      case FactValue.Truth truth ->
          List.of(
              NodeFactory.createLiteralDT(Boolean.toString(truth.value()), XSDDatatype.XSDboolean));
    };
  }

  /** Four digits at least, as xsd:gYear demands. */
  private static Node year(int year) {
    var digits = String.format("%s%04d", year < 0 ? "-" : "", Math.abs(year));
    return NodeFactory.createLiteralDT(digits, XSDDatatype.XSDgYear);
  }

  static Facts read(Node subject, Collection<Triple> triples) {
    var words = new TreeMap<String, TreeSet<String>>();
    var values = new TreeMap<String, FactValue>();
    var years = new TreeMap<String, TreeSet<Integer>>();
    for (var triple : triples) {
      if (!triple.getSubject().equals(subject)
          || !triple.getPredicate().isURI()
          || !triple.getPredicate().getURI().startsWith(NAMESPACE)
          || !triple.getObject().isLiteral()) {
        continue;
      }
      var name = triple.getPredicate().getURI().substring(NAMESPACE.length());
      var object = triple.getObject();
      var text = object.getLiteralLexicalForm();
      var type = object.getLiteralDatatype();
      if (XSDDatatype.XSDgYear.equals(type)) {
        years.computeIfAbsent(name, n -> new TreeSet<>()).add(year(name, text));
      } else if (XSDDatatype.XSDboolean.equals(type)) {
        values.put(name, new FactValue.Truth(text.equals("true") || text.equals("1")));
      } else {
        words.computeIfAbsent(name, n -> new TreeSet<>()).add(text);
      }
    }
    years.forEach((name, set) -> values.put(name, new FactValue.Years(set)));
    words.forEach((name, set) -> values.put(name, new FactValue.Words(set)));
    return Facts.of(values);
  }

  private static int year(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new FactsRefusedException("The fact '" + name + "' is a year, found '" + text + "'.");
    }
  }
}
