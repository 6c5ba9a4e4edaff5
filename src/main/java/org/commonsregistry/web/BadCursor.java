package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.commonsregistry.http.Problem;
import org.commonsregistry.http.ProblemResponses;
import org.commonsregistry.search.InvalidCursorException;

/** Answers a cursor that leads nowhere with how to begin again. */
@Singleton
final class BadCursor implements ExceptionHandler<InvalidCursorException, HttpResponse<?>> {
  private final ProblemResponses responses;

  BadCursor(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes") // Micronaut's signature
  public HttpResponse<?> handle(HttpRequest request, InvalidCursorException exception) {
    var detail =
        Objects.requireNonNullElse(exception.getMessage(), "This cursor cannot be followed.");
    return responses.respond(
        (HttpRequest<?>) request,
        Problem.of(HttpStatus.BAD_REQUEST, detail)
            .remedy("Begin at the first page: leave the cursor out."));
  }
}
