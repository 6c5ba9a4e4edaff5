package org.commonsregistry.terms.odrl;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Somebody wants to do something with something.
 *
 * @param party empty when only what the world knows of it counts
 * @param target empty when it is about whatever the policy is about
 */
public record Attempt(Node action, Optional<Node> party, Optional<Node> target) {}
