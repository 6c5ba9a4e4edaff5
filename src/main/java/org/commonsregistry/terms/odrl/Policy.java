package org.commonsregistry.terms.odrl;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A policy as read from a graph.
 *
 * @param permissionsPrevail what {@code odrl:conflict} says; where nothing is said, prohibitions do
 * @param rules permissions and prohibitions
 * @param graph it was read from, for the actions it places
 */
public record Policy(Node node, boolean permissionsPrevail, List<Rule> rules, Graph graph) {}
