package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.classification.advisory.Advice;
import org.commonsregistry.classification.advisory.Adviser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the advisory model about a text file or a dataset. */
@Command(
    name = "suggest",
    description =
        "Advice on a text file (a description, at most 64 KB), or on a dataset of the registry by"
            + " its slug. Exits 1 when there is none.",
    mixinStandardHelpOptions = true)
final class AdvisorySuggestCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE|SLUG", description = "What to advise on.")
  private String subject = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var file = Path.of(subject);
    if (Files.isRegularFile(file)) {
      return show(onFile(file));
    }
    if (!DatasetId.valid(subject)) {
      throw new CannotRunException(
          "There is no readable file " + subject + ", and it is not a dataset's slug either.");
    }
    return switch (target.find()) {
      case Target.Place.Running running -> show(ask(running));
      case Target.Place.Idle idle -> {
        try (var context = Target.open(idle.home())) {
          var version = context.getBean(Datasets.class).current(new DatasetId(subject));
          if (version.isEmpty() || version.get().withdrawn()) {
            spec.commandLine().getErr().println("There is no dataset '" + subject + "'.");
            yield Commons.ANSWER_IS_NO;
          }
          yield show(context.getBean(Adviser.class).suggest(version.get().dataset()));
        }
      }
    };
  }

  private static Advice onFile(Path file) throws IOException {
    if (Files.size(file) > Adviser.LARGEST) {
      throw new CannotRunException(
          file + " has " + Files.size(file) + " bytes; at most " + Adviser.LARGEST + " are read.");
    }
    try {
      return new Adviser().suggest("", Files.readString(file), List.of());
    } catch (CharacterCodingException e) {
      throw new CannotRunException(file + " is not text in UTF-8.");
    }
  }

  private Advice ask(Target.Place.Running running) throws IOException, InterruptedException {
    URI address = running.resolve("api/v1/advice?dataset=" + subject);
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new CannotRunException(Target.problem(running, answer.statusCode(), answer.body()));
      }
      return JSON.readerFor(Advice.class)
          .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(answer.body());
    }
  }

  private int show(Advice advice) throws IOException {
    var out = spec.commandLine().getOut();
    if (target.json()) {
      out.println(JSON.writeValueAsString(advice));
    } else {
      advice.categories().forEach(c -> out.printf("%.2f  %s%n", c.confidence(), c.category()));
      advice
          .sentences()
          .forEach(s -> out.printf("%.2f  terms: %s%n", s.confidence(), s.sentence()));
      if (advice.abstained() != null) {
        out.println("No advice: " + advice.abstained());
      } else if (advice.categories().isEmpty() && advice.sentences().isEmpty()) {
        out.println("Nothing is certain enough.");
      }
      out.println(advice.note());
      out.println("Model " + advice.version() + ", SHA-256 " + advice.model());
    }
    return advice.categories().isEmpty() && advice.sentences().isEmpty()
        ? Commons.ANSWER_IS_NO
        : Commons.DONE;
  }
}
