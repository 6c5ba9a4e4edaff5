package org.commonsregistry.redundancy;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.http.ProblemException;

/** What the texts of a dataset have in common with others, and with benchmarks. */
@Controller("/api/v1/datasets/{slug}")
@Tag(name = "Redundancy")
final class DatasetRedundancyApi {
  private final Datasets datasets;
  private final OverlapMatrix matrix;
  private final Bulletins bulletins;

  DatasetRedundancyApi(Datasets datasets, OverlapMatrix matrix, Bulletins bulletins) {
    this.datasets = datasets;
    this.matrix = matrix;
    this.bulletins = bulletins;
  }

  @Get("/overlap")
  @Operation(
      operationId = "getOverlap",
      summary = "How much of this dataset's texts is inside other datasets, and of theirs in it",
      description =
          "Shares of distinct shingles from 0 to 1 with a 95 % interval, for texts that everybody may"
              + " read; at most 50 datasets, those that share most first.")
  @ApiResponse(responseCode = "404", description = "There is no such dataset")
  DatasetOverlap overlap(
      String slug,
      @Parameter(description = "Language of the sentences, en or de")
          @QueryValue(defaultValue = "en")
          String lang) {
    return matrix.of(known(slug), lang);
  }

  @Get("/contamination")
  @Operation(
      operationId = "getDatasetContamination",
      summary = "Which benchmarks' items stand in this dataset's texts")
  @ApiResponse(responseCode = "404", description = "There is no such dataset")
  Bulletin contamination(String slug) {
    return bulletins.of(known(slug));
  }

  private DatasetId known(String slug) {
    var version =
        DatasetId.valid(slug)
            ? datasets.current(new DatasetId(slug))
            : Optional.<DatasetVersion>empty();
    if (version.isEmpty()) {
      throw ProblemException.notFound("There is no dataset '" + slug + "'.")
          .remedy("Look for it at /search.");
    }
    if (version.get().withdrawn()) {
      throw ProblemException.gone("The dataset '" + slug + "' was withdrawn.")
          .remedy("Its history is at /datasets/" + slug + "/versions.");
    }
    return version.get().id();
  }
}
