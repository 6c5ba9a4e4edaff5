package org.commonsregistry.rdf;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.commonsregistry.http.Problem;
import org.commonsregistry.http.ProblemResponses;

/** Answers RDF that was not taken in with 400 (413 for its size) and how to mend it. */
@Singleton
final class RefusedRdfHandler implements ExceptionHandler<RdfRefusedException, HttpResponse<?>> {
  private final ProblemResponses responses;

  RefusedRdfHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes") // Micronaut's signature
  public HttpResponse<?> handle(HttpRequest request, RdfRefusedException refused) {
    var detail = Objects.requireNonNullElse(refused.getMessage(), "The RDF was not taken in.");
    var problem =
        Problem.of(
                refused.tooLarge() ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.BAD_REQUEST,
                detail)
            .kind("rdf-refused", "The RDF was not taken in")
            .remedy(refused.remedy());
    return responses.respond((HttpRequest<?>) request, problem);
  }
}
