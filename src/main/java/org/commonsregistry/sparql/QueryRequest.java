package org.commonsregistry.sparql;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonsregistry.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A query as the protocol's three forms carry it (SPARQL 1.1 Protocol, 2.1), not yet parsed.
 * Immutable.
 *
 * @param defaultGraphs the graphs the protocol names as default graph; they outrank the query's own
 */
record QueryRequest(String text, List<String> defaultGraphs, List<String> namedGraphs) {
  static final String UPDATES_REFUSED =
      "This endpoint answers queries; it changes nothing (no INSERT, DELETE, LOAD, CLEAR ...).";
  static final String UPDATES_REMEDY =
      "To change a dataset's description, publish it at /api/v1/datasets.";

  /** From the address alone; null when it holds no query. */
  static @Nullable QueryRequest ofAddress(URI address) {
    var parameters = FormParameters.parse(address.getRawQuery());
    return parameters.containsKey("query") || parameters.containsKey("update")
        ? of(parameters)
        : null;
  }

  static QueryRequest ofForm(URI address, String form) {
    var parameters = FormParameters.parse(address.getRawQuery());
    FormParameters.parse(form)
        .forEach(
            (name, values) ->
                parameters.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
    return of(parameters);
  }

  static QueryRequest ofBody(URI address, String body) {
    var parameters = FormParameters.parse(address.getRawQuery());
    parameters.computeIfAbsent("query", n -> new ArrayList<>()).add(body);
    return of(parameters);
  }

  private static QueryRequest of(Map<String, List<String>> parameters) {
    if (parameters.containsKey("update")) {
      throw updateRefused();
    }
    var queries = parameters.getOrDefault("query", List.of());
    if (queries.size() != 1) {
      throw ProblemException.badRequest("A request carries one query.")
          .expected("the parameter 'query', once")
          .received(queries.size() + " times")
          .remedy("Send one request per query.");
    }
    return new QueryRequest(
        queries.getFirst(),
        List.copyOf(parameters.getOrDefault("default-graph-uri", List.of())),
        List.copyOf(parameters.getOrDefault("named-graph-uri", List.of())));
  }

  static ProblemException updateRefused() {
    return ProblemException.forbidden(UPDATES_REFUSED)
        .kind("update-refused", "Updates are not taken here")
        .expected("a SELECT, ASK, CONSTRUCT or DESCRIBE query")
        .received("an update")
        .remedy(UPDATES_REMEDY);
  }
}
