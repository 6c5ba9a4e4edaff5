package org.commonsregistry.ruleset;

import static org.commonsregistry.vocabulary.Terms.IDENTIFIER;
import static org.commonsregistry.vocabulary.Terms.TYPE;
import static org.commonsregistry.vocabulary.Terms.VERSION;
import static org.commonsregistry.vocabulary.Terms.commons;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.commonsregistry.rdf.CanonicalQuads;

/** A ruleset as it is recorded: the text of every file, and the hash that must come of it. */
final class RulesetQuads {
  private static final Node RULESET = commons("Ruleset");
  private static final Node HASH = commons("rulesetHash");
  private static final Node HAS_PART = NodeFactory.createURI(DCTerms.hasPart.getURI());
  private static final Node TEXT = NodeFactory.createURI("http://www.w3.org/ns/prov#value");

  private RulesetQuads() {}

  static CanonicalQuads write(Ruleset ruleset, String subject) {
    var graph = NodeFactory.createURI(subject);
    var quads = new ArrayList<Quad>();
    quads.add(Quad.create(graph, graph, TYPE, RULESET));
    quads.add(Quad.create(graph, graph, VERSION, text(ruleset.version())));
    quads.add(
        Quad.create(
            graph,
            graph,
            HASH,
            NodeFactory.createLiteralDT(ruleset.hash().hex(), XSDDatatype.XSDhexBinary)));
    for (var file : ruleset.files()) {
      var node = NodeFactory.createURI(subject + ":" + ruleset.version() + ":" + file.path());
      quads.add(Quad.create(graph, graph, HAS_PART, node));
      quads.add(Quad.create(graph, node, IDENTIFIER, text(file.path())));
      quads.add(Quad.create(graph, node, TEXT, text(file.text())));
    }
    return CanonicalQuads.of(quads);
  }

  static List<Source> files(CanonicalQuads payload) {
    var paths = new TreeMap<String, String>();
    var texts = new TreeMap<String, String>();
    for (var quad : payload.quads()) {
      if (quad.getPredicate().equals(IDENTIFIER)) {
        paths.put(quad.getSubject().getURI(), quad.getObject().getLiteralLexicalForm());
      } else if (quad.getPredicate().equals(TEXT)) {
        texts.put(quad.getSubject().getURI(), quad.getObject().getLiteralLexicalForm());
      }
    }
    var files = new ArrayList<Source>();
    texts.forEach(
        (file, text) -> {
          var path = paths.get(file);
          if (path != null) {
            files.add(new Source(path, text));
          }
        });
    return files;
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
