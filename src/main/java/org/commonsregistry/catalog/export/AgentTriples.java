package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.commonsregistry.catalog.StatementIndex;

/** Stewards, creators and speakers: name, kind and homepage. */
final class AgentTriples {
  private static final Map<String, String> KINDS =
      Map.of(
          "steward-public-body", "Public body",
          "steward-nonprofit", "Nonprofit",
          "steward-company", "Company",
          "steward-community", "Community",
          "steward-university", "University or research institution",
          "steward-intergovernmental", "Intergovernmental organisation",
          "steward-library", "Library, archive or museum",
          "steward-individual", "Individual");

  private final Triples out;
  private final Names names;
  private final StatementIndex said;

  AgentTriples(Triples out, Names names, StatementIndex said) {
    this.out = out;
    this.names = names;
    this.said = said;
  }

  /**
   * @return the agent's public name
   */
  Node write(Node stated, String kind, int number) {
    var agent =
        stated.isURI() && WebAddress.ok(stated.getURI())
            ? stated
            : names.node(stated, kind, number);
    describe(out, said, stated, agent);
    return agent;
  }

  /**
   * @param stated the agent's name in the statements
   * @param agent its public name
   */
  static void describe(Triples out, StatementIndex said, Node stated, Node agent) {
    out.type(agent, AGENT);
    said.all(stated, NAME).forEach(name -> out.literal(agent, NAME, name.object()));
    if (!out.has(agent, NAME)) {
      out.text(agent, NAME, fallback(stated));
    }
    for (var type : said.all(stated, DCT_TYPE)) {
      var label = type.object().isURI() ? KINDS.get(localName(type.text())) : null;
      if (label != null && !out.has(agent, DCT_TYPE)) {
        out.add(agent, DCT_TYPE, type.object());
        out.type(type.object(), CONCEPT).text(type.object(), PREF_LABEL, label, "en");
      }
    }
    for (var page : said.all(stated, HOMEPAGE)) {
      if (page.text().startsWith("http")) {
        WebAddress.of(page.text()).ifPresent(it -> out.add(agent, HOMEPAGE, it).type(it, DOCUMENT));
      }
    }
  }

  private static String fallback(Node stated) {
    if (stated.isLiteral()) {
      return stated.getLiteralLexicalForm();
    }
    return stated.isURI()
        ? stated
            .getURI()
            .substring(
                Math.max(stated.getURI().lastIndexOf(':'), stated.getURI().lastIndexOf('/')) + 1)
        : "unnamed";
  }

  private static String localName(String iri) {
    return iri.startsWith(NAMESPACE) ? iri.substring(NAMESPACE.length()) : "";
  }
}
