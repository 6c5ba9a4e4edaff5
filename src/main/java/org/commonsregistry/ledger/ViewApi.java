package org.commonsregistry.ledger;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.commonsregistry.http.ProblemException;

/** How far the views are, and building them again. */
@Controller("/api/v1/views")
@Tag(name = "Operate")
final class ViewApi {
  private final Ledger ledger;
  private final Projector projector;

  ViewApi(Ledger ledger, Projector projector) {
    this.ledger = ledger;
    this.projector = projector;
  }

  /**
   * @param ledger last entry number
   * @param views number each view has reached
   */
  @Serdeable
  record Views(long ledger, Map<String, Long> views) {}

  @Operation(summary = "How far each view has followed the ledger")
  @Get
  Views views() {
    return new Views(ledger.head(), projector.reached());
  }

  @Operation(summary = "Build a view, or all, again from the ledger")
  @Post("/{view}/rebuild")
  HttpResponse<Views> rebuild(@PathVariable String view) {
    var wanted = view.equals("all") ? List.copyOf(projector.reached().keySet()) : List.of(view);
    for (var name : wanted) {
      if (!projector.rebuild(name)) {
        throw ProblemException.notFound("There is no view '" + name + "'.")
            .expected("one of " + projector.reached().keySet() + " or all");
      }
    }
    return HttpResponse.accepted().body(views());
  }
}
