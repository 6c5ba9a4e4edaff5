package org.commonsregistry.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.commonsregistry.home.HomeFullException;
import org.commonsregistry.http.Problem;
import org.commonsregistry.http.ProblemResponses;

/** Answers a write that found no room with 507. */
@Singleton
final class FullDiskHandler implements ExceptionHandler<HomeFullException, HttpResponse<?>> {
  private final ProblemResponses responses;

  FullDiskHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes") // Micronaut's signature
  public HttpResponse<?> handle(HttpRequest request, HomeFullException full) {
    var problem =
        Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "The registry's disk is full.")
            .kind("disk-full", "The registry has no room left")
            .remedy("Tell the operator; nothing that was recorded is lost. Send it again later.");
    return responses.respond((HttpRequest<?>) request, problem);
  }
}
