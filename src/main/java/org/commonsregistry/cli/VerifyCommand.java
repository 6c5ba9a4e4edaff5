package org.commonsregistry.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.commonsregistry.classification.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exits 1 when the verdict comes out otherwise or cannot be recomputed. */
@Command(
    name = "verify",
    description = "Recompute a published verdict and say whether it is the same, bit for bit.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST = 1 << 20;

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "VERDICT",
      description = "A verdict as /api/v1/datasets/SLUG/verdict gives it, as a file.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    var verdict = read();
    var result =
        switch (target.find()) {
          case Target.Place.Running running -> {
            var answer = new Asking(running).post("api/v1/verify", JSON.writeValueAsBytes(verdict));
            yield new Verification.Result(
                answer.path("outcome").asText(),
                answer.path("reason").asText(),
                answer.path("hash").asText());
          }
          case Target.Place.Idle idle -> {
            try (var context = Target.open(idle.home())) {
              yield context.getBean(Verification.class).verify(verdict);
            }
          }
        };
    spec.commandLine()
        .getOut()
        .println(
            target.json()
                ? Target.asJson(
                    Map.of(
                        "outcome", result.outcome(),
                        "reason", result.reason(),
                        "hash", result.hash()))
                : result.outcome() + ": " + result.reason());
    return result.verified() ? Commons.DONE : Commons.ANSWER_IS_NO;
  }

  private JsonNode read() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CannotRunException("There is no readable file " + file + ".");
    }
    if (Files.size(file) > LARGEST) {
      throw new CannotRunException(
          file + " has more than " + LARGEST + " bytes; a verdict has not.");
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new CannotRunException(file + " is no JSON: " + e.getOriginalMessage());
    }
  }
}
