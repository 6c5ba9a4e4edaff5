package org.commonsregistry.catalog.intake;

import static java.util.Map.entry;
import static org.commonsregistry.vocabulary.Terms.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** schema.org's names for what DCAT says, added beside the originals. */
final class SchemaOrgNames {
  private static final Map<String, Node> DATASET_PROPERTIES =
      Map.ofEntries(
          entry("name", TITLE),
          entry("description", DESCRIPTION),
          entry("identifier", IDENTIFIER),
          entry("url", LANDING_PAGE),
          entry("keywords", KEYWORD),
          entry("publisher", PUBLISHER),
          entry("creator", CREATOR),
          entry("license", LICENSE),
          entry("inLanguage", LANGUAGE),
          entry("datePublished", ISSUED),
          entry("dateModified", MODIFIED),
          entry("version", VERSION),
          entry("distribution", DISTRIBUTION));
  private static final Map<String, Node> OTHER_PROPERTIES =
      Map.of(
          "contentUrl", ACCESS_URL,
          "encodingFormat", FORMAT,
          "name", NAME);

  private SchemaOrgNames() {}

  static List<Triple> translated(List<Triple> triples, Node dataset) {
    var out = new ArrayList<>(triples);
    for (var triple : triples) {
      var name = localName(triple.getPredicate());
      if (name.isEmpty()) {
        continue;
      }
      var about = triple.getSubject().equals(dataset);
      var property = about ? DATASET_PROPERTIES.get(name) : OTHER_PROPERTIES.get(name);
      if (property != null) {
        out.add(Triple.create(triple.getSubject(), property, value(property, triple.getObject())));
      }
      if (about && name.equals("usageInfo")) {
        out.addAll(usageInfo(triple.getObject(), triples));
      }
      if (about && name.equals("distribution")) {
        out.add(Triple.create(triple.getObject(), TYPE, DISTRIBUTION_CLASS));
      }
    }
    if (triples.stream().anyMatch(t -> isSchemaDataset(t, dataset))) {
      out.add(Triple.create(dataset, TYPE, DATASET));
    }
    return out;
  }

  private static List<Triple> usageInfo(Node said, List<Triple> triples) {
    var says = new Statements();
    if (said.isLiteral()) {
      UsageSignals.keep("", said.getLiteralLexicalForm(), "", says);
    } else {
      UsageSignals.keep(
          property(said, "name", triples),
          property(said, "text", triples),
          property(said, "url", triples),
          says);
    }
    return says.triples();
  }

  private static String property(Node subject, String name, List<Triple> triples) {
    return triples.stream()
        .filter(t -> t.getSubject().equals(subject) && localName(t.getPredicate()).equals(name))
        .map(Triple::getObject)
        .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.isURI() ? o.getURI() : "")
        .findFirst()
        .orElse("");
  }

  private static boolean isSchemaDataset(Triple triple, Node dataset) {
    return triple.getSubject().equals(dataset)
        && triple.getPredicate().equals(TYPE)
        && localName(triple.getObject()).equals("Dataset");
  }

  private static Node value(Node property, Node object) {
    var wantsIri =
        property.equals(ACCESS_URL) || property.equals(LANDING_PAGE) || property.equals(LICENSE);
    if (!wantsIri || !object.isLiteral()) {
      return object;
    }
    return Addresses.tidy(object.getLiteralLexicalForm())
        .map(NodeFactory::createURI)
        .orElse(object);
  }

  private static String localName(Node node) {
    if (!node.isURI()) {
      return "";
    }
    for (var prefix : List.of("https://schema.org/", "http://schema.org/")) {
      if (node.getURI().startsWith(prefix)) {
        return node.getURI().substring(prefix.length());
      }
    }
    return "";
  }
}
