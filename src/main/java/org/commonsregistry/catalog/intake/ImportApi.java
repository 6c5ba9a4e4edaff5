package org.commonsregistry.catalog.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonsregistry.home.Home;
import org.commonsregistry.home.HomeFullException;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bulk import over HTTP. The body is read as it arrives and the answer is written while it is read:
 * one JSON object a line, of type {@code progress}, {@code refused} or, last, {@code done}. A line
 * {@code done} is the only sign that all was read; {@code failed} in its place says that the
 * registry itself could not go on.
 */
@Controller("/api/v1/imports")
@Tag(name = "Contribute")
final class ImportApi {
  static final String NDJSON = "application/x-ndjson";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Logger LOG = LoggerFactory.getLogger(ImportApi.class);

  private final Importing importing;
  private final Home home;

  ImportApi(Importing importing, Home home) {
    this.importing = importing;
    this.home = home;
    AnswerFile.sweep(home.folder("tmp"));
  }

  @Operation(
      summary = "Import a file of datasets",
      description =
          "Takes Turtle, JSON-LD, RDF/XML, N-Triples, N-Quads, TriG, Croissant or JSON Lines, plain, gzip or Zstandard,"
              + " and answers with JSON lines: progress, refused records with reasons, and a final line of type done;"
              + " a line of type failed says that the registry could not go on.")
  @Post
  @Consumes("*/*")
  @Produces(NDJSON)
  HttpResponse<InputStream> run(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String name,
      @QueryValue(defaultValue = "") String by,
      @QueryValue(defaultValue = "") String from)
      throws IOException {
    var mediaType = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    var format =
        IntakeFile.format(name, mediaType == null ? "" : mediaType)
            .orElseThrow(
                () ->
                    ProblemException.unsupportedMediaType(
                            "The format of this file is not known here.")
                        .expected(IntakeFormat.expected())
                        .received("name '" + name + "', Content-Type " + mediaType)
                        .remedy("Send the file name as ?name=… or the right Content-Type."));
    var origin = new IntakeFile.Origin(by.isBlank() ? "Operator" : by, from);
    var body = ((ServerHttpRequest<?>) request).byteBody().move().toInputStream();
    var answer = new AnswerFile(home.folder("tmp"));
    var out = answer.writer();
    Thread.ofVirtual().name("import").start(() -> importTo(out, body, format, origin));
    return HttpResponse.<InputStream>ok(answer.reader()).contentType(NDJSON);
  }

  private void importTo(
      OutputStream out, InputStream body, IntakeFormat format, IntakeFile.Origin origin) {
    try (out;
        body) {
      var lines = new Lines(out);
      try {
        lines.tally("done", importing.run(body, format, origin, Actor.OPERATOR, lines));
      } catch (RuntimeException | Error e) { // whatever it was, the client must hear of it
        LOG.error("An import broke off.", e);
        lines.failed(e);
      }
    } catch (IOException e) {
      LOG.warn("An import's answer could not be written: {}", e.toString());
    }
  }

  /** Writes what happens; a listener who has gone does not stop the import. */
  private static final class Lines implements Importing.Listener {
    private final OutputStream out;
    private boolean gone;

    Lines(OutputStream out) {
      this.out = out;
    }

    @Override
    public void progress(ImportTally tally) {
      tally("progress", tally);
    }

    @Override
    public void refused(Refusal refusal) {
      var line = new LinkedHashMap<String, Object>();
      line.put("type", "refused");
      line.put("place", refusal.place());
      line.put("record", refusal.record());
      line.put("reason", refusal.reason());
      line.put("remedy", refusal.remedy());
      write(line);
    }

    void tally(String type, ImportTally tally) {
      var line = new LinkedHashMap<String, Object>();
      line.put("type", type);
      line.put("created", tally.created());
      line.put("updated", tally.updated());
      line.put("unchanged", tally.unchanged());
      line.put("keptWithdrawn", tally.keptWithdrawn());
      line.put("refused", tally.refused());
      line.put("sequence", tally.sequence());
      line.put("broken", tally.broken());
      write(line);
    }

    void failed(Throwable why) {
      var line = new LinkedHashMap<String, Object>();
      line.put("type", "failed");
      line.put(
          "reason",
          why instanceof HomeFullException
              ? "The registry's disk is full."
              : "Something went wrong in the registry; it is not the file's fault.");
      line.put(
          "remedy",
          "What was counted is kept. Send the file again later; the operator finds the reason in the log.");
      write(line);
    }

    private void write(Map<String, Object> line) {
      if (gone) {
        return;
      }
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
