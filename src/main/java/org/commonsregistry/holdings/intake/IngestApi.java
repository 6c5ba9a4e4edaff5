package org.commonsregistry.holdings.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.intake.AnswerFile;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.holdings.Rejection;
import org.commonsregistry.home.FreeSpace;
import org.commonsregistry.home.Home;
import org.commonsregistry.home.HomeFullException;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.rdf.BaseIri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts come in over HTTP. The body is read as it arrives and the answer is written while it is
 * read: one JSON object a line, of type {@code progress} or {@code rejected}, and last {@code
 * ingested}, {@code already-held}, {@code refused} or {@code failed}.
 */
@Controller
@Tag(name = "Holdings")
final class IngestApi {
  private static final String NDJSON = "application/x-ndjson";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = LoggerFactory.getLogger(IngestApi.class);

  private final Ingesting ingesting;
  private final Datasets datasets;
  private final FreeSpace space;
  private final Home home;
  private final BaseIri base;

  IngestApi(Ingesting ingesting, Datasets datasets, FreeSpace space, Home home, BaseIri base) {
    this.ingesting = ingesting;
    this.datasets = datasets;
    this.space = space;
    this.home = home;
    this.base = base;
  }

  @Post("/api/v1/datasets/{slug}/holdings")
  @Consumes("*/*")
  @Produces(NDJSON)
  @Operation(
      operationId = "ingest",
      summary = "Bring a file of texts in for a dataset",
      description =
          "The body is the file as it is: .txt, .md, .jsonl, .tar (each also gzip or Zstandard),"
              + " .zip or .parquet. Answers with JSON lines: progress, rejected records with"
              + " reasons, and a last line of type ingested, already-held, refused or failed.")
  @ApiResponse(responseCode = "200", description = "The file is being read")
  @ApiResponse(responseCode = "404", description = "There is no such dataset")
  @ApiResponse(responseCode = "415", description = "The format is not known here")
  @ApiResponse(responseCode = "507", description = "The registry's disk is full")
  HttpResponse<InputStream> ingest(
      HttpRequest<?> request,
      String slug,
      @Parameter(description = "Name of the file, which tells its format")
          @QueryValue(defaultValue = "")
          String name,
      @Parameter(description = "SHA-256 of the file; with it an interrupted ingest goes on")
          @QueryValue(defaultValue = "")
          String sha256,
      @Parameter(description = "training or evaluation") @QueryValue(defaultValue = "training")
          String purpose,
      @Parameter(description = "Of texts that state none; guessed if missing")
          @QueryValue(defaultValue = "")
          String language,
      @Parameter(description = "Of texts that state none") @QueryValue(defaultValue = "")
          String licence,
      @Parameter(description = "Of texts that state none") @QueryValue(defaultValue = "")
          String source,
      @Parameter(description = "Of texts that state none") @QueryValue(defaultValue = "")
          String attribution)
      throws IOException {
    var file =
        new IngestRequest(
            dataset(slug).id(),
            name(name),
            sha256(sha256),
            purpose(purpose),
            language(language),
            stated(licence),
            stated(source),
            stated(attribution));
    space.require();
    var body = ((ServerHttpRequest<?>) request).byteBody().move().toInputStream();
    var answer = new AnswerFile(home.folder("tmp"));
    var out = answer.writer();
    Thread.ofVirtual().name("ingest").start(() -> run(file, body, out));
    return HttpResponse.<InputStream>ok(answer.reader()).contentType(NDJSON);
  }

  private DatasetVersion dataset(String slug) {
    var version =
        DatasetId.valid(slug)
            ? datasets.current(new DatasetId(slug))
            : Optional.<DatasetVersion>empty();
    if (version.isEmpty()) {
      throw ProblemException.notFound("There is no dataset '" + slug + "'.")
          .remedy("Publish its description first: POST /api/v1/datasets.");
    }
    if (version.get().withdrawn()) {
      throw ProblemException.gone("The dataset '" + slug + "' was withdrawn.")
          .remedy("Texts are held only for datasets that stand.");
    }
    return version.get();
  }

  private static String name(String name) {
    if (FileFormat.ofName(name).isEmpty()) {
      throw ProblemException.unsupportedMediaType("The format of this file is not known here.")
          .expected("?name=… that ends with " + FileFormat.expected())
          .received("name '" + name + "'")
          .remedy("Send the file name as ?name=….");
    }
    return name;
  }

  private static Optional<String> sha256(String stated) {
    if (!stated.isEmpty() && !BlobId.valid(stated)) {
      throw ProblemException.badRequest("sha256 is no SHA-256.")
          .expected("64 lower-case hexadecimal digits")
          .received(stated.length() > 80 ? stated.substring(0, 80) + "…" : stated)
          .remedy("Compute it with sha256sum, or leave it out.");
    }
    return stated(stated);
  }

  private static Purpose purpose(String stated) {
    return Purpose.of(stated)
        .orElseThrow(
            () ->
                ProblemException.badRequest("purpose is not known.")
                    .expected("training or evaluation")
                    .received(stated)
                    .remedy("Leave it out for texts that models may learn from."));
  }

  private static Optional<String> language(String stated) {
    var tag = IngestRequest.languageTag(stated);
    if (!stated.isBlank() && tag.isEmpty()) {
      throw ProblemException.badRequest("language is not known.")
          .expected("a BCP 47 tag such as de or pt-BR")
          .received(stated)
          .remedy("Leave it out; then it is guessed from each text.");
    }
    return tag;
  }

  private static Optional<String> stated(String value) {
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  private void run(IngestRequest file, InputStream body, OutputStream out) {
    try (out;
        body) {
      var lines = new Lines(out);
      try {
        lines.outcome(ingesting.run(file, body, Actor.OPERATOR, lines));
      } catch (RuntimeException | Error e) { // whatever it was, the client must hear of it
        LOG.error("An ingest broke off.", e);
        lines.failed(e);
      }
    } catch (IOException e) {
      LOG.warn("An ingest's answer could not be written: {}", e.toString());
    }
  }

  /** Writes what happens; a listener who has gone does not stop the ingest. */
  private final class Lines implements IngestListener {
    private static final int REJECTIONS = 10_000;
    private final OutputStream out;
    private long rejections;
    private boolean gone;

    Lines(OutputStream out) {
      this.out = out;
    }

    @Override
    public void progress(IngestTally tally) {
      write("progress", counted(tally));
    }

    @Override
    public void rejected(Rejection rejection) {
      if (++rejections <= REJECTIONS) {
        var line = new LinkedHashMap<String, Object>();
        line.put("place", rejection.place());
        line.put("reason", rejection.reason());
        write("rejected", line);
      }
    }

    void outcome(IngestOutcome outcome) {
      switch (outcome) {
        case IngestOutcome.Ingested ingested -> {
          var line = named(ingested.holding());
          line.putAll(counted(ingested.tally()));
          line.put("languages", ingested.holding().counts().languages());
          write("ingested", line);
        }
        case IngestOutcome.AlreadyHeld held -> {
          var line = named(held.holding());
          line.put("documents", held.holding().counts().documents());
          line.put("words", held.holding().counts().words());
          line.put("bytes", held.holding().counts().bytes());
          write("already-held", line);
        }
        case IngestOutcome.Refused refused -> {
          var line = new LinkedHashMap<String, Object>();
          line.put("reason", refused.reason());
          line.put("remedy", refused.remedy());
          line.put("resumable", refused.resumable());
          write("refused", line);
        }
      }
    }

    private LinkedHashMap<String, Object> named(Holding holding) {
      var line = new LinkedHashMap<String, Object>();
      line.put("dataset", holding.slug());
      line.put("number", holding.id().number());
      line.put("holding", base.resolve("api/v1/holdings/" + holding.id()));
      line.put("sequence", holding.sequence());
      return line;
    }

    private static Map<String, Object> counted(IngestTally tally) {
      var line = new LinkedHashMap<String, Object>();
      line.put("documents", tally.documents());
      line.put("words", tally.words());
      line.put("bytes", tally.bytes());
      line.put("rejected", tally.rejected());
      line.put("repeated", tally.repeated());
      line.put("resumed", tally.resumed());
      line.put("read", tally.read());
      return line;
    }

    void failed(Throwable why) {
      var line = new LinkedHashMap<String, Object>();
      line.put(
          "reason",
          why instanceof HomeFullException
              ? "The registry's disk is full."
              : "Something went wrong in the registry; it is not the file's fault.");
      line.put(
          "remedy",
          "Nothing of this file is held yet. Send it again later; the operator finds the reason in"
              + " the log.");
      write("failed", line);
    }

    private void write(String type, Map<String, Object> rest) {
      if (gone) {
        return;
      }
      var line = new LinkedHashMap<String, Object>();
      line.put("type", type);
      line.putAll(rest);
      try {
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
        out.flush();
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("plain maps are always JSON", e);
      } catch (IOException e) {
        gone = true;
      }
    }
  }
}
