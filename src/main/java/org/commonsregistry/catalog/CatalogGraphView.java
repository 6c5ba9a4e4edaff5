package org.commonsregistry.catalog;

import static org.commonsregistry.vocabulary.Terms.*;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final List<Annex> annexes;
  private final Node cursorGraph;
  private final Node registry;

  CatalogGraphView(RdfStore store, BaseIri base, List<Annex> annexes) {
    this.store = store;
    this.base = base;
    this.annexes = annexes;
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
          try (var execution = connection.query(query)) {
            var cursors = new HashMap<Node, Long>();
            execution
                .execSelect()
                .forEachRemaining(
                    row -> cursors.put(row.get("s").asNode(), row.getLiteral("n").getLong()));
            return cursors;
          }
        });
  }

  @Override
  public void apply(Change change) {
    var dropped = new LinkedHashSet<Node>();
    var added = new ArrayList<Quad>();
    if (!cursors().isEmpty()) { // else the store is empty
      store.read(connection -> dropped.addAll(graphsOf(change.standing().keySet(), connection)));
    }
    dropped.add(cursorGraph);
    change
        .standing()
        .forEach(
            (subject, entry) ->
                entry.ifPresent(
                    e -> {
                      var said = e.payload().orElseThrow().quads();
                      added.addAll(quads(subject, e, said));
                      added.addAll(annexed(e, said));
                    }));
    added.add(Quad.create(cursorGraph, registry, SEQUENCE, number(change.upTo())));
    store.replace(dropped, added);
  }

  @Override
  public void clear() {
    store.clear();
  }

  /** The graphs there are of these subjects, asked for all at once. */
  private Set<Node> graphsOf(Collection<String> subjects, RDFConnection connection) {
    var graphs = new LinkedHashSet<Node>();
    if (subjects.isEmpty()) {
      return graphs;
    }
    for (var subject : subjects) {
      DatasetId.ofIri(subject)
          .ifPresent(id -> annexes.forEach(annex -> graphs.add(graph(annex, id))));
    }
    var records =
        subjects.stream()
            .map(subject -> "<" + recordGraph(subject).getURI() + ">")
            .collect(Collectors.joining(" "));
    var query =
        QueryFactory.create(
            "SELECT ?record ?topic ?set { VALUES ?record { "
                + records
                + " } GRAPH ?record { ?record <"
                + PRIMARY_TOPIC.getURI()
                + "> ?topic . OPTIONAL { ?set a <"
                + STATEMENT_SET.getURI()
                + "> } } }");
    try (var execution = connection.query(query)) {
      var rows = execution.execSelect();
      while (rows.hasNext()) {
        var row = rows.next();
        graphs.add(row.get("record").asNode());
        graphs.add(row.get("topic").asNode());
        if (row.contains("set")) {
          graphs.add(row.get("set").asNode());
        }
      }
    }
    return graphs;
  }

  private Node graph(Annex annex, DatasetId id) {
    return base.toPublic(NodeFactory.createURI(annex.graph(id)));
  }

  private List<Quad> annexed(Entry entry, List<Quad> said) {
    var dataset = annexes.isEmpty() ? Optional.<Dataset>empty() : Datasets.read(entry, said);
    var quads = new ArrayList<Quad>();
    dataset.ifPresent(
        known -> {
          for (var annex : annexes) {
            var graph = graph(annex, known.id());
            annex
                .of(known, entry.sequence())
                .forEach(triple -> quads.add(base.toPublic(Quad.create(graph, triple))));
          }
        });
    return quads;
  }

  private List<Quad> quads(String subject, Entry entry, List<Quad> said) {
    if (!entry.kind().equals(DatasetKinds.DESCRIBED)
        && !entry.kind().equals(Categories.DESCRIBED)) {
      return List.of();
    }
    var record = recordGraph(subject);
    var quads = new ArrayList<Quad>();
    for (var quad : said) {
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

  /** A dataset may well be called "categories"; a slash keeps other subjects apart. */
  private Node recordGraph(String subject) {
    var name =
        DatasetId.ofIri(subject)
            .map(DatasetId::slug)
            .orElse("registry/" + subject.substring("urn:commons:".length()).replace(':', '/'));
    return NodeFactory.createURI(base.resolve("records/" + name));
  }

  private static Node number(long sequence) {
    return NodeFactory.createLiteralDT(Long.toString(sequence), XSDDatatype.XSDinteger);
  }
}
