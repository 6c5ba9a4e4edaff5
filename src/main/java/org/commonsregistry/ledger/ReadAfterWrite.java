package org.commonsregistry.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import org.commonsregistry.http.ProblemException;

/**
 * A read that must see a write carries the number the write was answered with, in the header {@code
 * Commons-Sequence}, and waits until every view has reached it.
 */
@ServerFilter("/**")
final class ReadAfterWrite {
  static final String HEADER = "Commons-Sequence";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Projector projector;

  ReadAfterWrite(Projector projector) {
    this.projector = projector;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void await(HttpRequest<?> request) {
    var needed = request.getHeaders().get(HEADER);
    if (needed == null) {
      return;
    }
    if (!needed.matches("\\d{1,18}")) {
      throw ProblemException.badRequest("The header " + HEADER + " is not a ledger number.")
          .expected("a whole number, as a write was answered with")
          .received(needed.length() > 40 ? needed.substring(0, 40) + "…" : needed)
          .remedy("Leave the header out, or send the number from the answer to your write.");
    }
    if (!projector.await(Long.parseLong(needed), PATIENCE)) {
      throw ProblemException.unavailable(
              "Not every view has reached entry " + needed + " yet.", Duration.ofSeconds(2))
          .remedy("Ask again in a moment; GET /api/v1/views shows how far they are.");
    }
  }
}
