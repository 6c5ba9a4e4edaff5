package org.commonsregistry.http;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Builds a Link header (RFC 8288): the next page of a list, the same thing in another form. Targets
 * may be relative to the request. Not thread-safe.
 */
public final class PageLinks {
  private final List<String> links = new ArrayList<>();

  /** The same request, one parameter replaced: {@code next(request, "cursor", "abc")}. */
  public PageLinks next(HttpRequest<?> request, String parameter, String value) {
    return link(with(request, parameter, value), "next");
  }

  public PageLinks link(URI target, String relation) {
    links.add("<" + target.toASCIIString() + ">; rel=\"" + relation + "\"");
    return this;
  }

  public PageLinks link(URI target, String relation, String mediaType) {
    link(target, relation);
    links.add(links.removeLast() + "; type=\"" + mediaType + "\"");
    return this;
  }

  public boolean isEmpty() {
    return links.isEmpty();
  }

  /** The header's value. */
  @Override
  public String toString() {
    return String.join(", ", links);
  }

  /** The request's path and parameters, as they were written, with one of them set anew. */
  public static URI with(HttpRequest<?> request, String parameter, String value) {
    var query = new StringJoiner("&");
    var raw = request.getUri().getRawQuery();
    for (var pair : raw == null ? new String[0] : raw.split("&")) {
      if (!pair.isEmpty() && !pair.equals(parameter) && !pair.startsWith(parameter + "=")) {
        query.add(pair);
      }
    }
    query.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return URI.create(request.getUri().getRawPath() + "?" + query);
  }
}
