package org.commonsregistry.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Projector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a dataset's description out of the catalogue, for good. */
@Command(
    name = "withdraw",
    description =
        "Withdraw a dataset: its page answers 410 from then on, importing it again does not bring it back.",
    mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {
  private static final int LONGEST_REASON = 2_000;

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DATASET", description = "The dataset's slug.")
  private String slug = "";

  @Option(names = "--reason", required = true, description = "Why, in one public sentence.")
  private String reason = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!DatasetId.valid(slug)) {
      throw new CannotRunException("'" + slug + "' is not a dataset's slug.");
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new CannotRunException(
          "A withdrawal needs a public reason of 1 to " + LONGEST_REASON + " characters.");
    }
    var done =
        switch (target.find()) {
          case Target.Place.Running running -> ask(running);
          case Target.Place.Idle idle -> {
            try (var context = Target.open(idle.home())) {
              var sequence =
                  context
                      .getBean(Datasets.class)
                      .withdraw(new DatasetId(slug), Actor.OPERATOR, reason);
              sequence.ifPresent(
                  n -> context.getBean(Projector.class).await(n, Duration.ofMinutes(1)));
              yield sequence.isPresent();
            }
          }
        };
    var line = done ? "Withdrawn: " + slug : "There is no dataset '" + slug + "' to withdraw.";
    spec.commandLine()
        .getOut()
        .println(target.json() ? Target.asJson(Map.of("slug", slug, "withdrawn", done)) : line);
    return done ? Commons.DONE : Commons.ANSWER_IS_NO;
  }

  private boolean ask(Target.Place.Running running) throws IOException, InterruptedException {
    var path =
        "api/v1/datasets/" + slug + "?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8);
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(running.resolve(path))
              .header("Authorization", "Bearer " + running.token())
              .DELETE()
              .build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> true;
        case 404 -> false;
        default ->
            throw new CannotRunException(
                Target.problem(running, answer.statusCode(), answer.body()));
      };
    }
  }
}
