package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.commonsregistry.catalog.intake.Founding;
import org.commonsregistry.catalog.intake.ImportTally;
import org.commonsregistry.catalog.intake.Importing;
import org.commonsregistry.catalog.intake.IntakeFile;
import org.commonsregistry.catalog.intake.IntakeFormat;
import org.commonsregistry.catalog.intake.Refusal;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Projector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Brings files of datasets in. Exits 1 when any record was refused or a file could not be read to
 * its end.
 */
@Command(
    name = "import",
    description = {
      "Import datasets from files or addresses: Turtle, JSON-LD, RDF/XML, N-Triples, N-Quads, TriG, Croissant,",
      "or JSON Lines; each also as .gz or .zst. Importing again changes nothing that is already so."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "What to import.")
  private List<String> sources = List.of();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "Operator",
      description = "Who says what the file does not attribute (default: ${DEFAULT-VALUE}).")
  private String by = "Operator";

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (var source : sources) {
      format(source); // before anything is done
    }
    return switch (target.find()) {
      case Target.Place.Running running ->
          all((source, format, in, display) -> send(running, source, in, display));
      case Target.Place.Idle idle -> {
        try (var context = Target.open(idle.home())) {
          context.getBean(Founding.class).found();
          yield all((source, format, in, display) -> local(context, source, format, in, display));
        }
      }
    };
  }

  /** Where the records go. */
  private interface Destination {
    ImportTally take(String source, IntakeFormat format, InputStream in, ImportProgress display)
        throws IOException, InterruptedException;
  }

  private int all(Destination destination) throws IOException, InterruptedException {
    var complete = true;
    for (var source : sources) {
      var display = new ImportProgress(spec.commandLine().getErr(), target.json());
      try (var opened = open(source)) {
        var counted = new CountedStream(opened.bytes());
        display.begin(source, counted, opened.length());
        var tally = destination.take(source, format(source), counted, display);
        display.end(tally, spec.commandLine().getOut());
        complete &= tally.refused() == 0 && tally.broken().isEmpty();
      }
    }
    return complete ? Commons.DONE : Commons.ANSWER_IS_NO;
  }

  private static IntakeFormat format(String source) {
    return IntakeFormat.ofName(source)
        .orElseThrow(
            () ->
                new CannotRunException(
                    "The name of "
                        + source
                        + " does not say what it is. Expected: "
                        + IntakeFormat.expected()
                        + "."));
  }

  private record Opened(InputStream bytes, long length) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }

  private static Opened open(String source) throws IOException, InterruptedException {
    if (source.matches("(?i)https?://.*")) {
      var client =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(20))
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(source)).timeout(Duration.ofMinutes(5)).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new CannotRunException(
            source + " answered " + answer.statusCode() + " instead of 200.");
      }
      return new Opened(
          answer.body(), answer.headers().firstValueAsLong("content-length").orElse(-1));
    }
    var file = Path.of(source);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CannotRunException("There is no readable file " + source + ".");
    }
    return new Opened(new BufferedInputStream(Files.newInputStream(file)), Files.size(file));
  }

  private ImportTally local(
      ApplicationContext registry,
      String source,
      IntakeFormat format,
      InputStream in,
      ImportProgress display) {
    var origin = new IntakeFile.Origin(by, source.startsWith("http") ? source : "");
    var tally = registry.getBean(Importing.class).run(in, format, origin, Actor.OPERATOR, display);
    display.waitingForViews();
    var projector = registry.getBean(Projector.class);
    while (!projector.await(tally.sequence(), Duration.ofSeconds(10))) {
      var failures = projector.failures();
      if (!failures.isEmpty()) {
        throw new CannotRunException(
            tally.line()
                + ". All of it is recorded, but cannot be shown yet: "
                + failures
                + ". It is shown as soon as that is mended.");
      }
    }
    return tally;
  }

  private ImportTally send(
      Target.Place.Running registry, String source, InputStream in, ImportProgress display)
      throws IOException, InterruptedException {
    var name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    var path =
        "api/v1/imports?name="
            + encoded(name)
            + "&by="
            + encoded(by)
            + (source.startsWith("http") ? "&from=" + encoded(source) : "");
    var request =
        HttpRequest.newBuilder(registry.resolve(path))
            .header("Authorization", "Bearer " + registry.token())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> in))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        var said = new String(answer.body().readNBytes(20_000), StandardCharsets.UTF_8);
        throw new CannotRunException(Target.problem(registry, answer.statusCode(), said));
      }
      return follow(answer.body(), display);
    }
  }

  private static ImportTally follow(InputStream lines, ImportProgress display) throws IOException {
    var last = new AtomicReference<ImportTally>();
    try (var reader =
        new java.io.BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        var node = JSON.readTree(line);
        switch (node.path("type").asText()) {
          case "refused" -> display.refused(refusal(node));
          case "progress" -> display.progress(tally(node));
          case "done" -> last.set(tally(node));
          case "failed" ->
              throw new CannotRunException(
                  node.path("reason").asText() + " " + node.path("remedy").asText());
          default ->
              throw new CannotRunException(
                  "The registry answered a line this command does not know: " + line);
        }
      }
    }
    var tally = last.get();
    if (tally == null) {
      throw new CannotRunException(
          "The registry broke off before the import was done. What it counted is kept; run the command again to go on.");
    }
    return tally;
  }

  private static Refusal refusal(JsonNode node) {
    return new Refusal(
        node.path("place").asText(),
        node.path("record").asText(),
        node.path("reason").asText(),
        node.path("remedy").asText());
  }

  private static ImportTally tally(JsonNode node) {
    return new ImportTally(
        node.path("created").asLong(),
        node.path("updated").asLong(),
        node.path("unchanged").asLong(),
        node.path("keptWithdrawn").asLong(),
        node.path("refused").asLong(),
        node.path("sequence").asLong(),
        node.path("broken").asText());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
