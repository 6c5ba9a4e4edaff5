package org.commonsregistry.catalog;

import static org.commonsregistry.vocabulary.Terms.*;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.commonsregistry.category.Categories;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.View;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.RdfStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RDF view: every statement set in its named graph, and per subject a record graph that says
 * when it was recorded and which sets there are. The number reached stands in a graph of its own,
 * so it moves in the same transaction.
 */
@Singleton
final class CatalogGraphView implements View {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogGraphView.class);

  private final RdfStore store;
  private final BaseIri base;
  private final Node cursorGraph;
  private final Node registry;

  CatalogGraphView(RdfStore store, BaseIri base) {
    this.store = store;
    this.base = base;
    this.cursorGraph = NodeFactory.createURI("urn:commons:view:rdf");
    this.registry = NodeFactory.createURI(base.value());
  }

  @Override
  public String name() {
    return "rdf";
  }

  /** Views of another base address are of no use here: they are thrown away. */
  @Override
  public long reached() {
    var cursors = cursors();
    var mine = cursors.get(registry);
    if (mine == null && !cursors.isEmpty()) {
      LOG.info(
          "The base address changed from {} to {}; the RDF view is rebuilt.",
          cursors.keySet(),
          registry);
      store.clear();
    }
    return mine == null ? 0 : mine;
  }

  private Map<Node, Long> cursors() {
    var query =
        QueryFactory.create(
            "SELECT ?s ?n { GRAPH <"
                + cursorGraph.getURI()
                + "> { ?s <"
                + SEQUENCE.getURI()
                + "> ?n } }");
    return store.read(
        connection -> {
          var cursors = new HashMap<Node, Long>();
          try (var execution = connection.query(query)) {
            execution
                .execSelect()
                .forEachRemaining(
                    row -> cursors.put(row.get("s").asNode(), row.getLiteral("n").getLong()));
          }
          return cursors;
        });
  }

  @Override
  public void apply(Change change) {
    var dropped = new ArrayList<Node>();
    var added = new ArrayList<Quad>();
    store.read(
        connection -> {
          change
              .standing()
              .keySet()
              .forEach(subject -> dropped.addAll(graphsOf(subject, connection)));
          return dropped;
        });
    dropped.add(cursorGraph);
    change
        .standing()
        .forEach((subject, entry) -> entry.ifPresent(e -> added.addAll(quads(subject, e))));
    added.add(Quad.create(cursorGraph, registry, SEQUENCE, number(change.upTo())));
    store.replace(dropped, added);
  }

  @Override
  public void clear() {
    store.clear();
  }

  private List<Node> graphsOf(String subject, RDFConnection connection) {
    var record = recordGraph(subject);
    var query =
        QueryFactory.create(
            "SELECT ?g { GRAPH <"
                + record.getURI()
                + "> { ?g a <"
                + STATEMENT_SET.getURI()
                + "> } }");
    var graphs = new ArrayList<Node>();
    graphs.add(record);
    graphs.add(base.toPublic(NodeFactory.createURI(subject)));
    try (var execution = connection.query(query)) {
      execution.execSelect().forEachRemaining(row -> graphs.add(row.get("g").asNode()));
    }
    return graphs;
  }

  private List<Quad> quads(String subject, Entry entry) {
    if (!entry.kind().equals(DatasetKinds.DESCRIBED)
        && !entry.kind().equals(Categories.DESCRIBED)) {
      return List.of();
    }
    var record = recordGraph(subject);
    var quads = new ArrayList<Quad>();
    for (var quad : entry.payload().orElseThrow().quads()) {
      var there = base.toPublic(quad);
      quads.add(quad.isDefaultGraph() ? Quad.create(record, there.asTriple()) : there);
    }
    var topic = base.toPublic(NodeFactory.createURI(subject));
    quads.add(Quad.create(record, record, RDF.type.asNode(), CATALOG_RECORD));
    quads.add(Quad.create(record, record, PRIMARY_TOPIC, topic));
    quads.add(
        Quad.create(
            record,
            record,
            MODIFIED,
            NodeFactory.createLiteralDT(entry.recordedAt().toString(), XSDDatatype.XSDdateTime)));
    quads.add(Quad.create(record, record, SEQUENCE, number(entry.sequence())));
    return quads;
  }

  private Node recordGraph(String subject) {
    var name =
        DatasetId.ofIri(subject)
            .map(DatasetId::slug)
            .orElse(subject.substring("urn:commons:".length()).replace(':', '/'));
    return NodeFactory.createURI(base.resolve("records/" + name));
  }

  private static Node number(long sequence) {
    return NodeFactory.createLiteralDT(Long.toString(sequence), XSDDatatype.XSDinteger);
  }
}
