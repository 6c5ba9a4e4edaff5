package org.commonsregistry.http;

import io.micronaut.http.HttpRequest;

/** Shows a problem to a person. The pages bring their own; without one a bare page is shown. */
@FunctionalInterface
public interface ErrorPage {

  /** A complete HTML document. Must not fail, whatever the request looks like. */
  String render(Problem problem, HttpRequest<?> request);
}
