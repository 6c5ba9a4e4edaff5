package org.commonsregistry.catalog;

import static org.commonsregistry.vocabulary.Terms.*;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.RdfStore;

/** Who looks after datasets, as the RDF view has it, under public IRIs. Thread-safe. */
@Singleton
public final class Stewards {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

  private final RdfStore store;
  private final BaseIri base;

  Stewards(RdfStore store, BaseIri base) {
    this.store = store;
    this.base = base;
  }

  /**
   * A steward with one page of the datasets that name it as publisher, ordered by IRI.
   *
   * @param about name, kind and homepage, from all sources
   * @param datasets IRIs
   * @param described types and titles of these datasets
   * @param total of all pages together
   * @param next whether more follow
   */
  public record Listing(
      Node steward,
      List<Triple> about,
      List<Node> datasets,
      List<Triple> described,
      long total,
      boolean next) {}

  /** Empty when no dataset names such a steward. */
  public Optional<Listing> find(String slug, Optional<DatasetId> after, int limit) {
    if (!SLUG.matcher(slug).matches()) {
      return Optional.empty();
    }
    var steward = NodeFactory.createURI(base.resolve("stewards/" + slug));
    return store.read(connection -> listing(connection, steward, after, limit));
  }

  private Optional<Listing> listing(
      RDFConnection connection, Node steward, Optional<DatasetId> after, int limit) {
    // Only names that were checked go into a query, so nothing in an address changes what is asked.
    var kept = "?d <" + PUBLISHER.getURI() + "> <" + steward.getURI() + ">";
    var total = count(connection, kept);
    if (total == 0) {
      return Optional.empty();
    }
    var beyond =
        after.map(id -> " FILTER(STR(?d) > \"" + base.toPublic(id.iri()) + "\")").orElse("");
    var found =
        nodes(
            connection,
            "SELECT DISTINCT ?d { %s%s } ORDER BY STR(?d) LIMIT %d"
                .formatted(kept, beyond, limit + 1));
    var shown = found.subList(0, Math.min(limit, found.size()));
    return Optional.of(
        new Listing(
            steward,
            triples(connection, List.of(steward), NAME, DCT_TYPE, HOMEPAGE),
            List.copyOf(shown),
            triples(connection, shown, TYPE, TITLE),
            total,
            found.size() > limit));
  }

  private static long count(RDFConnection connection, String pattern) {
    var query = QueryFactory.create("SELECT (COUNT(DISTINCT ?d) AS ?n) { " + pattern + " }");
    try (var execution = connection.query(query)) {
      return execution.execSelect().next().getLiteral("n").getLong();
    }
  }

  private static List<Node> nodes(RDFConnection connection, String query) {
    try (var execution = connection.query(QueryFactory.create(query))) {
      var nodes = new ArrayList<Node>();
      execution.execSelect().forEachRemaining(row -> nodes.add(row.get("d").asNode()));
      return nodes;
    }
  }

  private static List<Triple> triples(
      RDFConnection connection, List<Node> subjects, Node... properties) {
    var query =
        QueryFactory.create(
            "SELECT DISTINCT ?s ?p ?o { VALUES ?s { %s } VALUES ?p { %s } ?s ?p ?o } ORDER BY ?s ?p ?o"
                .formatted(iris(subjects.stream()), iris(Stream.of(properties))));
    try (var execution = connection.query(query)) {
      var triples = new ArrayList<Triple>();
      execution
          .execSelect()
          .forEachRemaining(
              row ->
                  triples.add(
                      Triple.create(
                          row.get("s").asNode(), row.get("p").asNode(), row.get("o").asNode())));
      return triples;
    }
  }

  private static String iris(Stream<Node> nodes) {
    return nodes.map(node -> "<" + node.getURI() + ">").collect(Collectors.joining(" "));
  }
}
