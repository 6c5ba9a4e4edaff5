package org.commonsregistry.cli;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.holdings.HoldingEntries;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Projector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a dataset's description out of the catalogue, or one of its holdings, for good. */
@Command(
    name = "withdraw",
    description = {
      "Withdraw a dataset: its page answers 410 from then on, importing it again does not bring it back.",
      "With --holding only texts that this registry holds of it: they are in no answer from then on."
    },
    mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {
  private static final int LONGEST_REASON = 2_000;

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DATASET", description = "The dataset's slug.")
  private String slug = "";

  @Option(names = "--reason", required = true, description = "Why, in one public sentence.")
  private String reason = "";

  @Option(
      names = "--holding",
      paramLabel = "N",
      description = "Only this holding of the dataset, which itself stays.")
  private @Nullable Integer number;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!DatasetId.valid(slug)) {
      throw new CannotRunException("'" + slug + "' is not a dataset's slug.");
    }
    if (number != null && number < 1) {
      throw new CannotRunException("Holdings are numbered from 1.");
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
              var sequence = withdraw(context);
              sequence.ifPresent(
                  n -> context.getBean(Projector.class).await(n, Duration.ofMinutes(1)));
              yield sequence.isPresent();
            }
          }
        };
    var what = number == null ? slug : slug + "/" + number;
    var kind = number == null ? "dataset" : "holding";
    var line = done ? "Withdrawn: " + what : "There is no " + kind + " '" + what + "' to withdraw.";
    spec.commandLine()
        .getOut()
        .println(target.json() ? Target.asJson(Map.of("slug", what, "withdrawn", done)) : line);
    return done ? Commons.DONE : Commons.ANSWER_IS_NO;
  }

  private Optional<Long> withdraw(ApplicationContext registry) {
    var id = new DatasetId(slug);
    return number == null
        ? registry.getBean(Datasets.class).withdraw(id, Actor.OPERATOR, reason)
        : registry
            .getBean(HoldingEntries.class)
            .withdraw(new HoldingId(id, number), Actor.OPERATOR, reason);
  }

  private boolean ask(Target.Place.Running running) throws IOException, InterruptedException {
    var path =
        "api/v1/datasets/"
            + slug
            + (number == null ? "" : "/holdings/" + number)
            + "?reason="
            + URLEncoder.encode(reason, StandardCharsets.UTF_8);
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(running.resolve(path))
              .header("Authorization", "Bearer " + running.token())
              .DELETE()
              .build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> true;
        case 404, 410 -> false;
        default ->
            throw new CannotRunException(
                Target.problem(running, answer.statusCode(), answer.body()));
      };
    }
  }
}
