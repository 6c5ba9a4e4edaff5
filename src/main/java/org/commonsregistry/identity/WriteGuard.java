package org.commonsregistry.identity;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;
import org.commonsregistry.http.ProblemException;

/** Lets nobody change anything without a token. Whatever is not known to be a read is a write. */
@ServerFilter("/**")
final class WriteGuard implements Ordered {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** Questions too long for an address; they change nothing. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "/sparql",
          "/api/v1/classify",
          "/api/v1/verify",
          "/api/v1/advice",
          "/api/v1/check",
          "/api/v1/check/text",
          "/check");

  private static final String BEARER = "Bearer ";

  private final OperatorToken operator;

  WriteGuard(OperatorToken operator) {
    this.operator = operator;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (READS.contains(request.getMethodName()) || QUESTIONS.contains(request.getPath())) {
      return;
    }
    var presented = request.getHeaders().getAuthorization().orElse("");
    if (!presented.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw ProblemException.unauthorized("Writing needs a token, and none came with this request.")
          .expected("the header Authorization: Bearer …")
          .remedy(
              "Use the token in the file 'run' of the registry's home, or ask its operator for one.");
    }
    if (!operator.matches(presented.substring(BEARER.length()).strip())) {
      throw ProblemException.unauthorized(
              "The token that came with this request is not valid here.")
          .expected("the operator token of this registry")
          .remedy("Read it again from the file 'run' of the registry's home.");
    }
  }
}
