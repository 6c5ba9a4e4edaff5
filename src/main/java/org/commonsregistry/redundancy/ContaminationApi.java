package org.commonsregistry.redundancy;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.http.ProblemException;

/** Which benchmarks stand in what models learn from. */
@Controller("/api/v1/contamination")
@Tag(name = "Redundancy")
final class ContaminationApi {
  private final Bulletins bulletins;

  ContaminationApi(Bulletins bulletins) {
    this.bulletins = bulletins;
  }

  @Get
  @Operation(
      operationId = "getContamination",
      summary = "Of every benchmark how many of its items stand in which datasets",
      description =
          "Every holding is held against every benchmark when it comes, and against benchmarks that"
              + " come later; 'waiting' says how many pairs are still to do.")
  Bulletin bulletin() {
    return bulletins.all();
  }

  /**
   * @param next cursor of what follows, missing at the end
   */
  @Serdeable
  record EvidenceList(List<Bulletin.Evidence> items, @Nullable String next) {}

  @Get("/evidence")
  @Operation(
      operationId = "listContaminationEvidence",
      summary = "Item by item: in which text, at which place, how much of it",
      description = "The words are at the text's own address if everybody may read it.")
  @ApiResponse(responseCode = "400", description = "A name or cursor that is none")
  EvidenceList evidence(
      @Parameter(description = "Dataset of the benchmark; missing for all")
          @QueryValue(defaultValue = "")
          String benchmark,
      @Parameter(description = "Dataset in which items stand; missing for all")
          @QueryValue(defaultValue = "")
          String dataset,
      @Parameter(description = "From an earlier answer") @QueryValue(defaultValue = "0")
          String cursor) {
    if (!cursor.matches("\\d{1,15}")) {
      throw ProblemException.badRequest("The cursor is none of this list.")
          .expected("the value of 'next' from an earlier answer")
          .received("something else")
          .remedy("Leave it out to begin at the start.");
    }
    var from = Long.parseLong(cursor);
    var items = bulletins.evidence(named(benchmark), named(dataset), from);
    return new EvidenceList(
        items, items.size() == Bulletins.MOST_EVIDENCE ? Long.toString(from + items.size()) : null);
  }

  private static Optional<DatasetId> named(String slug) {
    if (!slug.isEmpty() && !DatasetId.valid(slug)) {
      throw ProblemException.badRequest("That is no name of a dataset.")
          .expected("the last part of its address /datasets/…")
          .received("something else")
          .remedy("Look for it at /search.");
    }
    return slug.isEmpty() ? Optional.empty() : Optional.of(new DatasetId(slug));
  }
}
