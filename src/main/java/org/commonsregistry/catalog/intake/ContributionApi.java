package org.commonsregistry.catalog.intake;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.Published;
import org.commonsregistry.catalog.Publishing;
import org.commonsregistry.catalog.Publishing.OnCollision;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.BoundedStream;

/** Publishing and withdrawing datasets one at a time, answered when every view shows the result. */
@Controller("/api/v1/datasets")
@Tag(name = "Contribute")
final class ContributionApi {
  private static final long LARGEST_BODY = 8L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final IntakeFile files;
  private final Publishing publishing;
  private final Datasets datasets;
  private final Projector projector;
  private final BaseIri base;

  ContributionApi(
      IntakeFile files,
      Publishing publishing,
      Datasets datasets,
      Projector projector,
      BaseIri base) {
    this.files = files;
    this.publishing = publishing;
    this.datasets = datasets;
    this.projector = projector;
    this.base = base;
  }

  /**
   * @param outcome {@code created}, {@code updated}, {@code unchanged}, {@code kept-withdrawn} or
   *     {@code withdrawn}
   * @param sequence ledger number, 0 when nothing was recorded
   * @param notes what could be better, each with what to do
   */
  @Serdeable
  record Outcome(String slug, String iri, String outcome, long sequence, List<String> notes) {}

  @Operation(
      summary = "Publish a dataset",
      description =
          "Takes Turtle, JSON-LD, RDF/XML, N-Triples, N-Quads, TriG or Croissant describing one or more datasets."
              + " All are taken in, or none is and the problem says why; what could be better comes back as notes.")
  @Post
  @Consumes("*/*")
  HttpResponse<List<Outcome>> publish(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String by,
      @QueryValue(defaultValue = "") String from)
      throws IOException {
    var submissions = read(request, by, from);
    var language = request.getLocale().map(Locale::getLanguage).orElse("en");
    var notes = submissions.stream().map(s -> SubmissionCheck.notes(s, language)).toList();
    var published = publishing.publish(submissions, Actor.OPERATOR, OnCollision.REFUSE);
    if (published.getFirst() instanceof Published.Refused refused) {
      throw refused(refused);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (var i = 0; i < published.size(); i++) {
      outcomes.add(outcome(published.get(i), notes.get(i)));
    }
    var last = outcomes.stream().mapToLong(Outcome::sequence).max().orElse(0);
    projector.await(last, PATIENCE);
    var created = outcomes.stream().anyMatch(o -> o.outcome().equals("created"));
    var answer = created ? HttpResponse.created(outcomes) : HttpResponse.ok(outcomes);
    return answer
        .header(HttpHeaders.LOCATION, outcomes.getFirst().iri())
        .header("Commons-Sequence", Long.toString(last));
  }

  private List<Submission> read(HttpRequest<?> request, String by, String from) throws IOException {
    var mediaType = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    var format =
        IntakeFormat.ofMediaType(mediaType == null ? "" : mediaType)
            .filter(f -> f != IntakeFormat.SEED)
            .orElseThrow(
                () ->
                    ProblemException.unsupportedMediaType(
                            "The format of this description is not known here.")
                        .expected(
                            "text/turtle, application/ld+json (also Croissant), application/rdf+xml,"
                                + " application/n-triples, application/n-quads, application/trig")
                        .received("Content-Type " + mediaType)
                        .remedy("Set Content-Type to what the body is."));
    var submissions = new ArrayList<Submission>();
    var refusals = new ArrayList<Refusal>();
    var occurrences = new Occurrences();
    try (var stream = ((ServerHttpRequest<?>) request).byteBody().move().toInputStream()) {
      var body = new BoundedStream(stream, LARGEST_BODY).readAllBytes();
      var origin = new IntakeFile.Origin(by.isBlank() ? "Operator" : by, from);
      files.read(
          new ByteArrayInputStream(body),
          format,
          origin,
          taken -> {
            switch (taken) {
              case Taken.Readable readable ->
                  submissions.add(occurrences.numbered(readable.submission()));
              case Taken.Refused refused -> refusals.add(refused.refusal());
            }
          });
    }
    if (!refusals.isEmpty()) {
      var first = refusals.getFirst();
      throw ProblemException.unprocessable(first.place() + ": " + first.reason())
          .remedy(first.remedy());
    }
    if (submissions.isEmpty()) {
      throw ProblemException.unprocessable("The body describes no dataset.")
          .remedy("Send at least one dataset with a title.");
    }
    return submissions;
  }

  private Outcome outcome(Published published, List<String> notes) {
    return switch (published) {
      case Published.Recorded recorded ->
          outcome(
              recorded.id(), recorded.first() ? "created" : "updated", recorded.sequence(), notes);
      case Published.Unchanged unchanged -> outcome(unchanged.id(), "unchanged", 0, notes);
      case Published.KeptWithdrawn kept -> outcome(kept.id(), "kept-withdrawn", 0, notes);
      case Published.Refused refused -> throw refused(refused);
    };
  }

  private static ProblemException refused(Published.Refused refused) {
    var status =
        switch (refused.cause()) {
          case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
          case COLLISION -> HttpStatus.CONFLICT;
          case TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
        };
    return ProblemException.of(status, refused.reason())
        .received(refused.record())
        .remedy(refused.remedy());
  }

  private Outcome outcome(DatasetId id, String outcome, long sequence, List<String> notes) {
    return new Outcome(id.slug(), base.toPublic(id.iri()), outcome, sequence, notes);
  }

  @Operation(
      summary = "Withdraw a dataset",
      description =
          "Its page answers 410 from then on; its earlier versions stay readable. Importing it again does not bring it back.")
  @Delete("/{slug}")
  HttpResponse<Outcome> withdraw(
      @PathVariable String slug, @QueryValue(defaultValue = "") String reason) {
    if (!DatasetId.valid(slug)) {
      throw ProblemException.notFound("There is no dataset '" + slug + "'.");
    }
    if (reason.isBlank() || reason.length() > 2_000) {
      throw ProblemException.badRequest("A withdrawal needs a public reason.")
          .expected("?reason=…, 1 to 2,000 characters")
          .remedy("Say why in one sentence without naming persons.");
    }
    var id = new DatasetId(slug);
    var sequence =
        datasets
            .withdraw(id, Actor.OPERATOR, reason)
            .orElseThrow(
                () -> ProblemException.notFound("There is no dataset '" + slug + "' to withdraw."));
    projector.await(sequence, PATIENCE);
    return HttpResponse.ok(outcome(id, "withdrawn", sequence, List.of()));
  }
}
