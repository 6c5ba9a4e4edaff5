package org.commonsregistry.terms.odrl;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.vocabulary.Terms;

/** Names of the ODRL vocabulary and of the registry's profile. */
public final class Odrl {
  public static final String NAMESPACE = "http://www.w3.org/ns/odrl/2/";
  public static final Node PROFILE = NodeFactory.createURI("https://commonsregistry.org/ns/odrl");

  static final Node ACTOR = Terms.commons("actor");
  static final Node DATE_TIME = name("dateTime");

  private Odrl() {}

  public static Node name(String local) {
    return NodeFactory.createURI(NAMESPACE + local);
  }

  /** ODRL's own action for any use, else ours. */
  public static Node of(Action action) {
    return action == Action.USE ? name("use") : Terms.commons(action.token());
  }

  public static Node of(Actor actor) {
    return Terms.commons("actor-" + actor.token());
  }

  /** The local name of a term of ours. */
  static Optional<String> ours(Node node) {
    return node.isURI() && node.getURI().startsWith(Terms.NAMESPACE)
        ? Optional.of(node.getURI().substring(Terms.NAMESPACE.length()))
        : Optional.empty();
  }
}
