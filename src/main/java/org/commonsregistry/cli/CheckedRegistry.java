package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.commonsregistry.catalog.intake.Founding;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.TextRecord;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.redundancy.Checks;

/** The registry that a check asks: one that runs, or an idle home on this machine. */
sealed interface CheckedRegistry extends AutoCloseable {
  static CheckedRegistry at(Target.Place place) {
    return switch (place) {
      case Target.Place.Running running -> new Remote(new Asking(running));
      case Target.Place.Idle idle -> new Local(Target.open(idle.home()));
    };
  }

  /** The answer to a request with sketches, as the API gives it. */
  JsonNode check(byte[] request) throws IOException, InterruptedException;

  /** The text of a candidate; empty when it is not there any more, or not for everybody. */
  Optional<String> text(JsonNode candidate) throws InterruptedException;

  @Override
  void close();

  /** Where a candidate's text is, below the holdings. */
  static String place(JsonNode candidate) {
    return candidate.path("dataset").asText()
        + "/"
        + candidate.path("holding").asLong()
        + "/records/"
        + candidate.path("ordinal").asLong();
  }

  /** Through its API. */
  record Remote(Asking asking) implements CheckedRegistry {
    @Override
    public JsonNode check(byte[] request) throws IOException, InterruptedException {
      return asking.post("api/v1/check", request);
    }

    @Override
    public Optional<String> text(JsonNode candidate) throws InterruptedException {
      try {
        return Optional.of(asking.get("api/v1/holdings/" + place(candidate)).path("text").asText());
      } catch (IOException | CannotRunException e) {
        return Optional.empty();
      }
    }

    @Override
    public void close() {}
  }

  /** In this process. */
  record Local(ApplicationContext context) implements CheckedRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public JsonNode check(byte[] request) {
      context.getBean(Founding.class).found();
      context.getBean(Projector.class).await(context.getBean(Ledger.class).head(), PATIENCE);
      try {
        return JSON.valueToTree(context.getBean(Checks.class).sketches(request, "en"));
      } catch (ProblemException e) {
        throw new CannotRunException(
            e.problem().detail() + " " + String.valueOf(e.problem().remedy()));
      }
    }

    @Override
    public Optional<String> text(JsonNode candidate) {
      var holding =
          HoldingId.PREFIX
              + candidate.path("dataset").asText()
              + ":"
              + candidate.path("holding").asLong();
      return HoldingId.ofIri(holding)
          .flatMap(
              id -> context.getBean(Holdings.class).record(id, candidate.path("ordinal").asLong()))
          .map(TextRecord::text);
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
