package org.commonsregistry.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Sets on every answer what keeps a browser from running, framing or guessing anything we did not
 * mean; and Vary, because the same address has several forms. A header that a route has set is left
 * alone.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";
  // The query editor sets styles on its elements from script.
  private static final String EDITOR_POLICY = POLICY + "; style-src 'self' 'unsafe-inline'";

  @ResponseFilter
  void filter(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var policy = request.getPath().equals("/sparql") ? EDITOR_POLICY : POLICY;
    absent(response, "Content-Security-Policy", policy);
    absent(response, "X-Content-Type-Options", "nosniff");
    absent(response, "Referrer-Policy", "strict-origin-when-cross-origin");
    absent(response, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (response.getContentType().filter(SecurityHeaders::hasOneForm).isEmpty()) {
      absent(response, HttpHeaders.VARY, "Accept");
    }
  }

  private static boolean hasOneForm(MediaType type) {
    var name = type.getName();
    return name.startsWith("image/")
        || name.startsWith("font/")
        || name.equals("text/css")
        || name.endsWith("javascript");
  }

  private static void absent(MutableHttpResponse<?> response, String name, String value) {
    if (!response.getHeaders().contains(name)) {
      response.header(name, value);
    }
  }
}
