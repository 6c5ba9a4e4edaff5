package org.commonsregistry.terms.offer;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.commonsregistry.terms.Tokens;
import org.commonsregistry.terms.odrl.PolicyReader;
import org.commonsregistry.vocabulary.Terms;

/** The offers of {@code ontology/offers}, read once. Thread-safe. */
@Singleton
public final class Offers {
  static final String NAMESPACE = "https://commonsregistry.org/offers/";

  private static final List<String> IDS =
      List.of(
          "commons-open",
          "commons-reciprocal",
          "public-ai-commons",
          "research-open",
          "eval-public",
          "retrieval-attribution",
          "training-commercial-standard",
          "training-commercial-attribution",
          "delivery-enterprise",
          "model-output-flowdown");

  private final Map<String, Offer> offers = new LinkedHashMap<>();

  public Offers() {
    IDS.forEach(id -> offers.put(id, read(id)));
  }

  /** From the most open to the most particular. */
  public Collection<Offer> all() {
    return Collections.unmodifiableCollection(offers.values());
  }

  public Optional<Offer> find(String id) {
    return Optional.ofNullable(offers.get(id));
  }

  private static Offer read(String id) {
    var name = "/ontology/offers/" + id + ".ttl";
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.source(Objects.requireNonNull(Offers.class.getResourceAsStream(name), name))
        .lang(Lang.TURTLE)
        .parse(graph);
    var node = NodeFactory.createURI(NAMESPACE + id);
    var policy =
        new PolicyReader(graph)
            .read(node)
            .orElseThrow(() -> new IllegalStateException(name + " has no rules"));
    return new Offer(
        id,
        first(graph, node, dct("hasVersion")).orElseThrow(),
        texts(graph, node, Terms.TITLE),
        texts(graph, node, dct("abstract")),
        lists(graph, node, Terms.commons("notCovered")),
        new Offer.Term(
            Tokens.require(
                Offer.Duration.class, first(graph, node, Terms.commons("term")).orElseThrow()),
            first(graph, node, dct("valid")).map(LocalDate::parse),
            first(graph, node, Terms.commons("noticeDays")).map(Integer::valueOf),
            first(graph, node, Terms.commons("cureDays")).map(Integer::valueOf),
            texts(graph, node, Terms.commons("after"))),
        policy,
        graph);
  }

  private static Optional<String> first(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).toList().stream()
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .findFirst();
  }

  private static Map<String, String> texts(Graph graph, Node subject, Node property) {
    var texts = new TreeMap<String, String>();
    lists(graph, subject, property)
        .forEach((language, list) -> texts.put(language, list.getFirst()));
    return texts;
  }

  private static Map<String, List<String>> lists(Graph graph, Node subject, Node property) {
    var lists = new HashMap<String, TreeSet<String>>();
    graph
        .find(subject, property, Node.ANY)
        .forEachRemaining(
            triple ->
                lists
                    .computeIfAbsent(
                        triple.getObject().getLiteralLanguage(), key -> new TreeSet<>())
                    .add(triple.getObject().getLiteralLexicalForm()));
    var sorted = new TreeMap<String, List<String>>();
    lists.forEach((language, texts) -> sorted.put(language, List.copyOf(texts)));
    return sorted;
  }

  private static Node dct(String name) {
    return NodeFactory.createURI("http://purl.org/dc/terms/" + name);
  }

  /** The bytes of an offer as it is kept. */
  static byte[] turtle(String id) {
    try (var in =
        Objects.requireNonNull(
            Offers.class.getResourceAsStream("/ontology/offers/" + id + ".ttl"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
