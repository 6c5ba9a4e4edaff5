package org.commonsregistry.sparql;

import java.util.ArrayDeque;
import java.util.HashSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.describe.DescribeHandler;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * DESCRIBE as a concise bounded description: all statements about the resource, and those about the
 * blank nodes it leads to, which in this store have IRIs of their own. Stops at a number of
 * triples, because Jena holds the whole description.
 */
final class BoundedDescribe implements DescribeHandler {
  /** Where a run puts its {@link Budget} for the handlers that Jena makes. */
  static final Symbol BUDGET = Symbol.create("urn:commons:sparql:describe");

  private static final Budget NONE = new Budget(() -> {}, "urn:commons:node:", Integer.MAX_VALUE);

  private final HashSet<Node> described = new HashSet<>();
  private Budget budget = NONE;
  private @Nullable Graph description;
  private @Nullable DatasetGraph data;

  /**
   * @param check throws when the run was ended
   * @param nodes what the IRIs of skolemised blank nodes begin with
   * @param triples of the whole answer
   */
  record Budget(Runnable check, String nodes, int triples) {}

  @Override
  public void start(Model accumulated, Context context) {
    budget = context.get(BUDGET, NONE);
    description = accumulated.getGraph();
    Object current = context.get(ARQConstants.sysCurrentDataset);
    data = current instanceof Dataset dataset ? dataset.asDatasetGraph() : (DatasetGraph) current;
  }

  @Override
  public void describe(Resource resource) {
    var found = description;
    var dataset = data;
    if (found == null || dataset == null) {
      return;
    }
    var open = new ArrayDeque<Node>();
    open.add(resource.asNode());
    for (var node = open.poll(); node != null; node = open.poll()) {
      budget.check().run();
      if (described.add(node)) {
        add(dataset.getDefaultGraph(), node, found, open);
        add(dataset.getUnionGraph(), node, found, open);
      }
    }
  }

  @Override
  public void finish() {}

  private void add(Graph from, Node node, Graph to, ArrayDeque<Node> open) {
    var triples = from.find(node, Node.ANY, Node.ANY);
    try {
      while (triples.hasNext()) {
        Triple triple = triples.next();
        to.add(triple);
        if (to.size() > budget.triples()) {
          throw new QueryEndedException(Ending.TOO_MANY_ROWS);
        }
        var object = triple.getObject();
        if (object.isBlank() || (object.isURI() && object.getURI().startsWith(budget.nodes()))) {
          open.add(object);
        }
      }
    } finally {
      triples.close();
    }
  }
}
