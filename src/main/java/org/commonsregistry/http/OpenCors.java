package org.commonsregistry.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of any origin read what is public: everything by GET, and SPARQL queries also by POST.
 * No credentials are ever allowed across origins, so a cookie of a signed-in person is of no use to
 * another site.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OpenCors {
  private static final String QUERIES = "/sparql";

  @RequestFilter
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
    var headers = request.getHeaders();
    if (request.getMethod() != HttpMethod.OPTIONS
        || !headers.contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
      return null;
    }
    return HttpResponse.noContent()
        .header(
            HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
            request.getPath().equals(QUERIES) ? "GET, HEAD, POST" : "GET, HEAD")
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Content-Type, If-None-Match")
        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
  }

  @ResponseFilter
  void open(HttpRequest<?> request, MutableHttpResponse<?> response) {
    switch (request.getMethod()) {
      case GET, HEAD, OPTIONS -> allow(response);
      case POST -> {
        if (request.getPath().equals(QUERIES)) {
          allow(response);
        }
      }
      default -> {}
    }
  }

  private static void allow(MutableHttpResponse<?> response) {
    response
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link, Retry-After");
  }
}
