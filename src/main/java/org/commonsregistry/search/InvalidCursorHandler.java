package org.commonsregistry.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.commonsregistry.http.Problem;
import org.commonsregistry.http.ProblemResponses;

/** Answers a cursor that leads nowhere with how to begin again, to programs and on pages. */
@Singleton
final class InvalidCursorHandler
    implements ExceptionHandler<InvalidCursorException, HttpResponse<?>> {
  private final ProblemResponses responses;

  InvalidCursorHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes") // Micronaut's signature
  public HttpResponse<?> handle(HttpRequest request, InvalidCursorException exception) {
    return responses.respond(
        (HttpRequest<?>) request,
        Problem.of(HttpStatus.BAD_REQUEST, "This cursor cannot be followed: " + exception.reason())
            .expected("the value of `next` of an earlier page of the same search")
            .remedy("Begin at the first page: leave `after` out."));
  }
}
