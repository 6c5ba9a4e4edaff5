package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.intake.Founding;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.holdings.Rejection;
import org.commonsregistry.holdings.intake.FileFormat;
import org.commonsregistry.holdings.intake.IngestOutcome;
import org.commonsregistry.holdings.intake.IngestRequest;
import org.commonsregistry.holdings.intake.IngestTally;
import org.commonsregistry.holdings.intake.Ingesting;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Projector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Brings files of texts in for a dataset. Exits 1 when a file was refused or any record of one was
 * rejected.
 */
@Command(
    name = "ingest",
    description = {
      "Bring texts in for a dataset: .txt, .md, .jsonl, .tar (each also .gz or .zst), .zip, .parquet.",
      "The same file again changes nothing; interrupted, the same command goes on."
    },
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "SLUG",
      description = "The dataset they belong to.")
  private String slug = "";

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to bring in.")
  private List<Path> files = List.of();

  @Option(
      names = "--purpose",
      paramLabel = "training|evaluation",
      defaultValue = "training",
      description =
          "evaluation: texts that models are tested with, never shown (default: ${DEFAULT-VALUE}).")
  private String purpose = "training";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Of texts that state none; guessed if missing.")
  private @Nullable String language;

  @Option(names = "--licence", paramLabel = "NAME", description = "Of texts that state none.")
  private @Nullable String licence;

  @Option(names = "--source", paramLabel = "TEXT", description = "Of texts that state none.")
  private @Nullable String source;

  @Option(names = "--attribution", paramLabel = "NAME", description = "Of texts that state none.")
  private @Nullable String attribution;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    return switch (target.find()) {
      case Target.Place.Running running ->
          all((request, in, display) -> send(running, request, in, display));
      case Target.Place.Idle idle -> {
        try (var context = Target.open(idle.home())) {
          context.getBean(Founding.class).found();
          yield all((request, in, display) -> local(context, request, in, display));
        }
      }
    };
  }

  /** Before anything is done. */
  private void check() {
    if (!DatasetId.valid(slug)) {
      throw new CannotRunException("'" + slug + "' is not a dataset's slug.");
    }
    if (Purpose.of(purpose).isEmpty()) {
      throw new CannotRunException("--purpose is training or evaluation, not '" + purpose + "'.");
    }
    if (language != null && IngestRequest.languageTag(language).isEmpty()) {
      throw new CannotRunException(
          "--language takes a tag such as de or pt-BR; '" + language + "' is none.");
    }
    for (var file : files) {
      if (Files.isDirectory(file)) {
        throw new CannotRunException(
            file + " is a folder; pack it first: tar -cf texts.tar " + file + ".");
      }
      if (!Files.isReadable(file)) {
        throw new CannotRunException("There is no readable file " + file + ".");
      }
      if (FileFormat.ofName(file.toString()).isEmpty()) {
        throw new CannotRunException(
            "The name of "
                + file
                + " does not say what it is. Expected: "
                + FileFormat.expected()
                + ".");
      }
    }
  }

  /**
   * What became of a file.
   *
   * @param good whether all of it is held
   */
  private record Ended(boolean good, Map<String, Object> answer, String line) {}

  /** Where the texts go. */
  private interface Destination {
    Ended take(IngestRequest request, InputStream in, IngestProgress display)
        throws IOException, InterruptedException;
  }

  private int all(Destination destination) throws IOException, InterruptedException {
    var complete = true;
    for (var file : files) {
      var display = new IngestProgress(spec.commandLine().getErr(), target.json());
      var request = request(file);
      try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        display.begin(file.toString(), slug, Files.size(file));
        var ended = destination.take(request, in, display);
        display.end(file.toString(), ended.answer(), ended.line(), spec.commandLine().getOut());
        complete &= ended.good();
      }
    }
    return complete ? Commons.DONE : Commons.ANSWER_IS_NO;
  }

  private IngestRequest request(Path file) throws IOException {
    return new IngestRequest(
        new DatasetId(slug),
        String.valueOf(file.getFileName()),
        Optional.of(sha256(file)),
        Purpose.of(purpose).orElseThrow(),
        Optional.ofNullable(language).flatMap(IngestRequest::languageTag),
        Optional.ofNullable(licence),
        Optional.ofNullable(source),
        Optional.ofNullable(attribution));
  }

  private static String sha256(Path file) throws IOException {
    var digest = BlobId.digest();
    var chunk = new byte[1 << 16];
    try (var in = Files.newInputStream(file)) {
      for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return BlobId.ofDigest(digest.digest()).sha256();
  }

  private Ended local(
      ApplicationContext registry, IngestRequest request, InputStream in, IngestProgress display) {
    var outcome = registry.getBean(Ingesting.class).run(request, in, Actor.OPERATOR, display);
    return switch (outcome) {
      case IngestOutcome.Ingested ingested -> {
        display.note("Recorded; bringing what follows the ledger up to date …");
        awaitViews(registry.getBean(Projector.class), ingested.holding());
        var answer = named("ingested", ingested.holding());
        answer.put("rejected", ingested.tally().rejected());
        answer.put("repeated", ingested.tally().repeated());
        answer.put("resumed", ingested.tally().resumed());
        yield ingested(answer);
      }
      case IngestOutcome.AlreadyHeld held -> alreadyHeld(named("already-held", held.holding()));
      case IngestOutcome.Refused refused ->
          refused(refused.reason(), refused.remedy(), refused.resumable());
    };
  }

  private static void awaitViews(Projector projector, Holding holding) {
    while (!projector.await(holding.sequence(), Duration.ofSeconds(10))) {
      var failures = projector.failures();
      if (!failures.isEmpty()) {
        throw new CannotRunException(
            "It is recorded, but cannot be shown yet: "
                + failures
                + ". It is shown as soon as that is mended.");
      }
    }
  }

  private static Map<String, Object> named(String type, Holding holding) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("type", type);
    answer.put("dataset", holding.slug());
    answer.put("number", holding.id().number());
    answer.put("sequence", holding.sequence());
    answer.put("documents", holding.counts().documents());
    answer.put("words", holding.counts().words());
    answer.put("bytes", holding.counts().bytes());
    answer.put("languages", holding.counts().languages());
    return answer;
  }

  private Ended send(
      Target.Place.Running registry, IngestRequest request, InputStream in, IngestProgress display)
      throws IOException, InterruptedException {
    var sending =
        HttpRequest.newBuilder(registry.resolve(path(request)))
            .header("Authorization", "Bearer " + registry.token())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> display.sending(in)))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = client.send(sending, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        var said = new String(answer.body().readNBytes(20_000), StandardCharsets.UTF_8);
        throw new CannotRunException(Target.problem(registry, answer.statusCode(), said));
      }
      return follow(answer.body(), display);
    }
  }

  private static String path(IngestRequest request) {
    var path =
        new StringBuilder("api/v1/datasets/" + request.dataset() + "/holdings")
            .append("?name=" + encoded(request.name()))
            .append("&purpose=" + request.purpose().token());
    request.sha256().ifPresent(value -> path.append("&sha256=" + value));
    request.language().ifPresent(value -> path.append("&language=" + encoded(value)));
    request.licence().ifPresent(value -> path.append("&licence=" + encoded(value)));
    request.source().ifPresent(value -> path.append("&source=" + encoded(value)));
    request.attribution().ifPresent(value -> path.append("&attribution=" + encoded(value)));
    return path.toString();
  }

  private static Ended follow(InputStream lines, IngestProgress display) throws IOException {
    Ended ended = null;
    try (var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        var node = JSON.readTree(line);
        switch (node.path("type").asText()) {
          case "progress" -> display.progress(tally(node));
          case "rejected" ->
              display.rejected(
                  new Rejection(node.path("place").asText(), node.path("reason").asText()));
          case "ingested" -> ended = ingested(answer(node));
          case "already-held" -> ended = alreadyHeld(answer(node));
          case "refused" ->
              ended =
                  refused(
                      node.path("reason").asText(),
                      node.path("remedy").asText(),
                      node.path("resumable").asBoolean());
          case "failed" ->
              throw new CannotRunException(
                  node.path("reason").asText() + " " + node.path("remedy").asText());
          default ->
              throw new CannotRunException(
                  "The registry answered a line this command does not know: " + line);
        }
      }
    }
    if (ended == null) {
      throw new CannotRunException(
          "The registry broke off before the file was read. Run the command again to go on.");
    }
    return ended;
  }

  private static IngestTally tally(JsonNode node) {
    return new IngestTally(
        node.path("documents").asLong(),
        node.path("words").asLong(),
        node.path("bytes").asLong(),
        node.path("rejected").asLong(),
        node.path("repeated").asLong(),
        node.path("resumed").asLong(),
        node.path("read").asLong());
  }

  private static Map<String, Object> answer(JsonNode node) {
    var answer = new LinkedHashMap<String, Object>();
    node.properties()
        .forEach(
            member ->
                answer.put(
                    member.getKey(),
                    member.getValue().isIntegralNumber()
                        ? (Object) member.getValue().asLong()
                        : member.getValue().isTextual()
                            ? member.getValue().asText()
                            : member.getValue()));
    return answer;
  }

  private static Ended ingested(Map<String, Object> answer) {
    return new Ended(
        Long.valueOf(0).equals(answer.get("rejected")),
        answer,
        String.format(
            Locale.ROOT,
            "Held as %s/%s: %,d texts, %,d words, %,.1f MB, %s rejected",
            answer.get("dataset"),
            answer.get("number"),
            number(answer, "documents"),
            number(answer, "words"),
            number(answer, "bytes") / 1e6,
            answer.get("rejected")));
  }

  private static Ended alreadyHeld(Map<String, Object> answer) {
    return new Ended(
        true,
        answer,
        String.format(
            Locale.ROOT,
            "Already held as %s/%s: %,d texts; nothing was changed",
            answer.get("dataset"),
            answer.get("number"),
            number(answer, "documents")));
  }

  private static Ended refused(String reason, String remedy, boolean resumable) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("type", "refused");
    answer.put("reason", reason);
    answer.put("remedy", remedy);
    answer.put("resumable", resumable);
    return new Ended(false, answer, "Not taken: " + reason + " " + remedy);
  }

  private static long number(Map<String, Object> answer, String name) {
    return answer.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
