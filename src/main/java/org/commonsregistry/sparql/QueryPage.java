package org.commonsregistry.sparql;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

/** The page a person gets at the endpoint's address; the web package brings it. */
public interface QueryPage {

  /** With the query in the address, if there is one, not yet sent. */
  HttpResponse<?> show(HttpRequest<?> request);

  /**
   * With a query that was sent, and what came of it.
   *
   * @param query as written; empty when none could be read
   */
  HttpResponse<?> show(HttpRequest<?> request, String query, QueryOutcome outcome);
}
