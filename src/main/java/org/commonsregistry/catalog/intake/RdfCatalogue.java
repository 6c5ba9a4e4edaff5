package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.rdf.BaseIri;

/**
 * The datasets of an RDF file. Each named graph is one source's statements; a graph that comes from
 * this registry, or from another one, keeps who said it, where and when. Everything that hangs on a
 * dataset comes along, other datasets and catalogues do not.
 */
final class RdfCatalogue {
  private static final Node HTTP_SCHEMA = NodeFactory.createURI("http://schema.org/Dataset");
  private static final Node SCHEMA = NodeFactory.createURI("https://schema.org/Dataset");
  private static final Set<String> STOPS =
      Set.of(
          "http://www.w3.org/ns/dcat#Catalog",
          "http://www.w3.org/ns/dcat#CatalogRecord",
          "http://www.w3.org/2004/02/skos/core#ConceptScheme",
          NAMESPACE + "StatementSet");
  private static final int MOST_HANGING_ON_ONE = 20_000;

  private final Map<Node, List<Quad>> bySubject = new LinkedHashMap<>();
  private final Map<Node, Set<Node>> types = new HashMap<>();
  private final BaseIri base;
  private final Speaker speaker;

  /** Who speaks where the file itself does not say. */
  record Speaker(String by, String where, String when) {}

  private RdfCatalogue(List<Quad> quads, BaseIri base, Speaker speaker) {
    this.base = base;
    this.speaker = speaker;
    for (var quad : quads) {
      bySubject.computeIfAbsent(quad.getSubject(), s -> new ArrayList<>()).add(quad);
      if (quad.getPredicate().equals(TYPE)) {
        types.computeIfAbsent(quad.getSubject(), s -> new LinkedHashSet<>()).add(quad.getObject());
      }
    }
  }

  static List<Taken> read(List<Quad> quads, BaseIri base, Speaker speaker) {
    var catalogue = new RdfCatalogue(quads, base, speaker);
    var taken = new ArrayList<Taken>();
    for (var dataset : catalogue.datasets()) {
      taken.add(catalogue.take(dataset));
    }
    return taken;
  }

  private List<Node> datasets() {
    return bySubject.keySet().stream().filter(this::isDataset).toList();
  }

  private boolean isDataset(Node node) {
    var its = types.getOrDefault(node, Set.of());
    return its.contains(DATASET)
        || its.contains(DATASET_SERIES)
        || its.contains(SCHEMA)
        || its.contains(HTTP_SCHEMA);
  }

  private Taken take(Node dataset) {
    var place = dataset.isURI() ? "<" + dataset.getURI() + ">" : "a dataset without an IRI";
    var byGraph = new LinkedHashMap<Node, List<Triple>>();
    var hanging = hangingOn(dataset);
    if (hanging.size() > MOST_HANGING_ON_ONE) {
      return new Taken.Refused(
          new Refusal(
              place,
              dataset.isURI() ? dataset.getURI() : "",
              "More than " + MOST_HANGING_ON_ONE + " statements hang on this one dataset.",
              "Split it into a series, or leave out what is not about the dataset itself."));
    }
    for (var quad : hanging) {
      byGraph.computeIfAbsent(quad.getGraph(), g -> new ArrayList<>()).add(quad.asTriple());
    }
    withoutEchoes(byGraph);
    var sets = new ArrayList<Submission.StatementSet>();
    var title = "";
    for (var graph : byGraph.entrySet()) {
      var normalised = Normalisation.of(graph.getValue(), dataset, base);
      if (title.isEmpty()) {
        title = normalised.title();
      }
      sets.add(set(graph.getKey(), normalised.triples()));
    }
    if (title.isEmpty()) {
      return new Taken.Refused(
          new Refusal(
              place,
              dataset.isURI() ? dataset.getURI() : "",
              "The dataset has no title.",
              "Add dct:title \"…\"@en, with the language of the title, and send it again."));
    }
    return new Taken.Readable(place, submission(dataset, title, sets));
  }

  /** What a named graph says already, as of a speaker's name, is not said again by the sender. */
  private static void withoutEchoes(Map<Node, List<Triple>> byGraph) {
    var named = new HashSet<Triple>();
    byGraph.forEach(
        (graph, triples) -> {
          if (!Quad.isDefaultGraph(graph)) {
            named.addAll(triples);
          }
        });
    byGraph.forEach(
        (graph, triples) -> {
          if (Quad.isDefaultGraph(graph)) {
            triples.removeAll(named);
          }
        });
    byGraph.values().removeIf(List::isEmpty);
  }

  private Submission submission(Node dataset, String title, List<Submission.StatementSet> sets) {
    if (!dataset.isURI()) {
      return new Submission("title:" + title, Optional.empty(), title, sets);
    }
    var ours = DatasetId.ofIri(base.toUrn(dataset.getURI()));
    if (ours.isPresent()) {
      return new Submission("", ours, title, sets);
    }
    return new Submission(dataset.getURI(), Optional.empty(), title, sets);
  }

  private Submission.StatementSet set(Node graph, List<Triple> triples) {
    if (Quad.isDefaultGraph(graph)) {
      return new Submission.StatementSet(speaker.by(), speaker.where(), speaker.when(), triples);
    }
    var says = bySubject.getOrDefault(graph, List.of());
    var by = first(says, ATTRIBUTED_TO).map(this::nameOf).orElse(speaker.by());
    var where =
        first(says, PRIMARY_SOURCE)
            .flatMap(source -> Addresses.tidy(text(source)))
            .orElse(graphAddress(graph));
    var when = first(says, GENERATED_AT).map(RdfCatalogue::text).orElse(speaker.when());
    return new Submission.StatementSet(by, where, when, triples);
  }

  private String graphAddress(Node graph) {
    return graph.isURI()
            && Addresses.usable(graph.getURI())
            && !graph.getURI().startsWith(base.value())
        ? graph.getURI()
        : speaker.where();
  }

  private String nameOf(Node agent) {
    return TextCleaning.clean(
        first(bySubject.getOrDefault(agent, List.of()), NAME)
            .map(RdfCatalogue::text)
            .orElse(text(agent)));
  }

  private static Optional<Node> first(List<Quad> quads, Node predicate) {
    return quads.stream()
        .filter(quad -> quad.getPredicate().equals(predicate))
        .map(Quad::getObject)
        .findFirst();
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : "";
  }

  private List<Quad> hangingOn(Node dataset) {
    var found = new ArrayList<Quad>();
    var seen = new HashSet<Node>(Set.of(dataset));
    var waiting = new ArrayDeque<Node>(List.of(dataset));
    while (!waiting.isEmpty() && found.size() <= MOST_HANGING_ON_ONE) {
      for (var quad : bySubject.getOrDefault(waiting.remove(), List.of())) {
        if (quad.getPredicate().equals(VERDICT)) {
          continue; // verdicts are reached here, not taken in
        }
        found.add(quad);
        var object = quad.getObject();
        if ((object.isURI() || object.isBlank())
            && bySubject.containsKey(object)
            && !isDataset(object)
            && !stops(object)
            && seen.add(object)) {
          waiting.add(object);
        }
      }
    }
    return found;
  }

  private boolean stops(Node node) {
    return types.getOrDefault(node, Set.of()).stream()
        .anyMatch(type -> type.isURI() && STOPS.contains(type.getURI()));
  }
}
