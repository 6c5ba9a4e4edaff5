package org.commonsregistry.classification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.export.AsOf;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ruleset.Place;

/** Verdicts as data: reached, explained, recomputed. */
@Controller
@Tag(name = "Classification")
final class VerdictApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_VERDICT = 1 << 20;

  private final Verdicts verdicts;
  private final Explanations explanations;
  private final Verification verification;
  private final ClassificationRuns runs;
  private final Reclassification reclassification;
  private final Ledger ledger;

  VerdictApi(
      Verdicts verdicts,
      Explanations explanations,
      Verification verification,
      ClassificationRuns runs,
      Reclassification reclassification,
      Ledger ledger) {
    this.verdicts = verdicts;
    this.explanations = explanations;
    this.verification = verification;
    this.runs = runs;
    this.reclassification = reclassification;
    this.ledger = ledger;
  }

  @Get("/api/v1/datasets/{slug}/verdict")
  @Operation(
      operationId = "getVerdict",
      summary = "What the ruleset says about a dataset, to be kept and recomputed",
      description =
          "Canonical JSON (RFC 8785): whoever applies the same ruleset to the same facts arrives at"
              + " the same bytes. Their SHA-256 is in the header Commons-Verdict. POST it to"
              + " /api/v1/verify to have it recomputed.")
  @ApiResponse(responseCode = "200", description = "The verdict")
  @ApiResponse(responseCode = "404", description = "There is no such dataset")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> verdict(
      HttpRequest<?> request,
      String slug,
      @Parameter(description = "Country code; missing for the headline") @Nullable @QueryValue
          String place,
      @Parameter(description = "Missing for today") @Nullable @QueryValue String date,
      @Parameter(description = "Ledger number, date or time of a past state") @Nullable @QueryValue
          String asOf) {
    var body = VerdictDocument.bytes(asked(slug, place, date, asOf));
    var hash = VerdictDocument.sha256(body);
    var tag = EntityTags.of(hash);
    var known = EntityTags.notModified(request, tag);
    return known.isPresent()
        ? known.get()
        : EntityTags.tagged(HttpResponse.ok(body), tag).header("Commons-Verdict", "sha256:" + hash);
  }

  @Get("/api/v1/datasets/{slug}/explanation")
  @Operation(
      operationId = "explainVerdict",
      summary =
          "Why: the rules that decided in words, their sources, the evidence, what is missing")
  Explanation explanation(
      String slug,
      @Parameter(description = "Country code; missing for the headline") @Nullable @QueryValue
          String place,
      @Parameter(description = "Missing for today") @Nullable @QueryValue String date,
      @Parameter(description = "Ledger number, date or time of a past state") @Nullable @QueryValue
          String asOf,
      @Parameter(description = "en or de") @Nullable @QueryValue String language) {
    return explanations.of(
        asked(slug, place, date, asOf), language == null ? "en" : language.strip());
  }

  private Verdict asked(
      String slug, @Nullable String place, @Nullable String date, @Nullable String asOf) {
    if (!DatasetId.valid(slug)) {
      throw ProblemException.notFound("'" + slug + "' is no name of a dataset.")
          .remedy("Look for it at /search.");
    }
    Optional<Place> where = AskedPlace.place(place);
    var when = AskedPlace.date(date, verdicts.today());
    var at =
        asOf == null || asOf.isBlank()
            ? Optional.<Long>empty()
            : Optional.of(AsOf.sequence(asOf.strip(), ledger));
    return verdicts.of(new DatasetId(slug), at, where, when);
  }

  @Post("/api/v1/verify")
  @Operation(
      operationId = "verifyVerdict",
      summary = "Recompute a published verdict",
      description = "verified, different, or not-recomputable with the reason.")
  Verification.Result verify(@Body byte[] body) {
    if (body.length > LARGEST_VERDICT) {
      throw ProblemException.tooLarge("A verdict has at most 1 MiB.")
          .received(body.length + " bytes");
    }
    try {
      return verification.verify(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest("The verdict is no JSON.")
          .expected("a verdict as /api/v1/datasets/{slug}/verdict gives it")
          .received(e.getOriginalMessage());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Get("/api/v1/classification")
  @Operation(
      operationId = "classificationProgress",
      summary = "How far classifying anew has come, after a change of rules or dates")
  Reclassification.Progress progress() {
    return reclassification.progress();
  }

  @Get("/api/v1/classification/runs")
  @Operation(
      operationId = "listClassificationRuns",
      summary = "Runs over the whole catalogue, newest first, each with the root of its verdicts")
  List<ClassificationRuns.Recorded> runs() {
    return runs.history();
  }

  @Post("/api/v1/classification/runs")
  @Operation(
      operationId = "recordClassificationRun",
      summary = "Classify everything as it stands now and record the root")
  ClassificationRuns.Run record() {
    return runs.record(verdicts.today()).orElseThrow();
  }
}
