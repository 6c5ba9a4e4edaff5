package org.commonsregistry.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Throws views away and builds them again from the ledger. */
@Command(
    name = "rebuild",
    description = "Build views again from the ledger: rdf, search, or all of them.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_STUCK = 15;

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "VIEW", description = "rdf, search (default: all).")
  private List<String> views = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return switch (target.find()) {
      case Target.Place.Running running -> ask(running);
      case Target.Place.Idle idle -> {
        try (var context = Target.open(idle.home())) {
          yield rebuild(context.getBean(Projector.class), context.getBean(Ledger.class));
        }
      }
    };
  }

  private int rebuild(Projector projector, Ledger ledger) {
    var wanted = views.isEmpty() ? List.copyOf(projector.reached().keySet()) : views;
    for (var view : wanted) {
      if (!projector.rebuild(view)) {
        throw new CannotRunException(
            "There is no view '" + view + "'. Views are " + projector.reached().keySet() + ".");
      }
    }
    var head = ledger.head();
    var stuck = 0;
    while (!projector.await(head, PATIENCE)) {
      spec.commandLine().getErr().println("  " + projector.reached() + " of " + head);
      stuck = projector.failures().isEmpty() ? 0 : stuck + 1;
      if (stuck == MOST_STUCK) {
        throw new CannotRunException("A view cannot be rebuilt: " + projector.failures());
      }
    }
    var skipped = projector.skipped();
    answer(
        Map.of("rebuilt", wanted, "sequence", head, "skipped", skipped),
        "Rebuilt " + wanted + " up to entry " + head + ".");
    if (!skipped.isEmpty()) {
      spec.commandLine().getErr().println("Not shown: " + skipped);
    }
    return skipped.isEmpty() ? Commons.DONE : Commons.ANSWER_IS_NO;
  }

  private int ask(Target.Place.Running running) throws IOException, InterruptedException {
    var wanted = views.isEmpty() ? List.of("all") : views;
    try (var client = HttpClient.newHttpClient()) {
      for (var view : wanted) {
        var request =
            HttpRequest.newBuilder(running.resolve("api/v1/views/" + view + "/rebuild"))
                .header("Authorization", "Bearer " + running.token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
          throw new CannotRunException(Target.problem(running, answer.statusCode(), answer.body()));
        }
        answer(
            Map.of("rebuilding", view),
            "The registry rebuilds " + view + "; GET /health shows how far it is.");
      }
    }
    return Commons.DONE;
  }

  private void answer(Map<String, ?> json, String line) {
    spec.commandLine().getOut().println(target.json() ? Target.asJson(json) : line);
  }
}
