package org.commonsregistry.sparql;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.RdfStore;

/**
 * Says before execution what a query must not do: reach another server, load code, read what is not
 * a graph of this store, or be too large to plan. Thread-safe.
 */
@Singleton
final class QueryPolicy {
  private static final Query ANY_STATEMENT = QueryFactory.create("ASK { GRAPH ?g { ?s ?p ?o } }");

  private final SparqlSettings settings;
  private final RdfStore store;

  QueryPolicy(SparqlSettings settings, RdfStore store) {
    this.settings = settings;
    this.store = store;
  }

  /** The query as it may be run, or the problem that forbids it. */
  CheckedQuery check(Query query, String text) {
    var walk = new QueryWalk(settings, text);
    walk.query(query);
    checkGraphs(query, text);
    return new CheckedQuery(
        walk.guarded()
            ? QueryTransformOps.transform(
                query,
                new ElementTransformCopyBase(),
                GuardedFunction.guarding(settings.literalCharacters()))
            : query,
        walk.changing());
  }

  ProblemException tooDeep() {
    return ProblemException.badRequest("The query is nested too deeply.")
        .kind("query-too-deep", "The query is nested too deeply")
        .expected("at most " + settings.nesting() + " levels")
        .remedy("Use VALUES or IN for long lists of alternatives, and several smaller queries.");
  }

  private void checkGraphs(Query query, String text) {
    if (query.getGraphURIs().isEmpty() && query.getNamedGraphURIs().isEmpty()) {
      return;
    }
    if (query.getGraphURIs().size() + query.getNamedGraphURIs().size() > settings.nesting()) {
      throw ProblemException.badRequest("The query names too many graphs.")
          .expected("at most " + settings.nesting())
          .remedy("Select graphs with GRAPH ?g and a pattern instead of naming them.");
    }
    store.read(
        connection -> {
          for (var graphs : List.of(query.getGraphURIs(), query.getNamedGraphURIs())) {
            for (var graph : Set.copyOf(graphs)) {
              checkGraph(connection, graph, text);
            }
          }
          return true;
        });
  }

  private static void checkGraph(RDFConnection connection, String graph, String text) {
    // Substituted as a node: the name comes from outside and must not become query text.
    var known =
        connection
            .newQuery()
            .query(ANY_STATEMENT)
            .substitution("g", ResourceFactory.createResource(graph))
            .ask();
    if (!known) {
      throw ProblemException.forbidden(
              "<" + graph + "> is not a graph of this store, and no graph is fetched.")
          .kind("graph-unknown", "The graph is not here")
          .expected(
              "FROM, FROM NAMED, default-graph-uri and named-graph-uri with graphs of this store")
          .received("<" + graph + ">" + QueryWalk.place(text, "<" + graph + ">"))
          .remedy(
              "Leave FROM out to query everything; SELECT DISTINCT ?g { GRAPH ?g {} } lists the"
                  + " graphs.");
    }
  }
}
