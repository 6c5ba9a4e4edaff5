package org.commonsregistry.sparql;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

/**
 * The page a person gets at the endpoint's address, with or without a query in it; the web package
 * brings it.
 */
@FunctionalInterface
public interface QueryPage {
  HttpResponse<?> show(HttpRequest<?> request);
}
