package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.AgentSlug;
import org.commonsregistry.catalog.TextCleaning;

/**
 * An organisation, community or person as a description names it.
 *
 * @param slug in its address; made from the name when empty
 * @param kind may be empty
 * @param homepage may be empty
 * @param addressed whether it has an address here at all
 */
record NamedAgent(String slug, String name, String kind, String homepage, boolean addressed) {
  NamedAgent(String slug, String name, String kind, String homepage) {
    this(slug, name, kind, homepage, true);
  }

  /** One that has no address here. */
  static NamedAgent anonymous(String name) {
    return new NamedAgent("", name, "", "", false);
  }

  /** The node that stands for it, described; empty when it has no name. */
  Optional<Node> stated(Statements says) {
    var clean = TextCleaning.clean(name);
    if (clean.isEmpty()) {
      return Optional.empty();
    }
    var agent = node(clean);
    says.add(agent, TYPE, AGENT);
    says.add(agent, NAME, NodeFactory.createLiteralString(clean));
    if (!kind.isEmpty()) {
      says.add(agent, DCT_TYPE, commons("steward-" + kind));
    }
    says.address(agent, HOMEPAGE, homepage);
    return Optional.of(agent);
  }

  private Node node(String clean) {
    return addressed
        ? NodeFactory.createURI(
            "urn:commons:agent:" + (slug.isEmpty() ? AgentSlug.of(clean) : slug))
        : NodeFactory.createBlankNode();
  }
}
