package org.commonsregistry.classification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** May I do this, here, today? One answer, its duties, and how it came about. */
@Controller("/api/v1/permissions")
@Tag(name = "Classification")
final class PermissionApi {
  private final PermissionAnswers answers;

  PermissionApi(PermissionAnswers answers) {
    this.answers = answers;
  }

  @Get
  @Operation(
      operationId = "getPermissions",
      summary = "May this actor do this with a dataset, in this place, on this date?",
      description =
          "Licences are closed-world: what is not granted needs an agreement. Preferences are"
              + " open-world: silence changes nothing. Where the verdict is undetermined, so is the"
              + " answer. Without use, all eight are answered.")
  @ApiResponse(responseCode = "200", description = "The answers, with their reasons")
  @ApiResponse(responseCode = "400", description = "An unknown use, actor, place or date")
  @ApiResponse(responseCode = "404", description = "There is no such dataset")
  PermissionAnswers.Answers permissions(
      @Parameter(description = "Slug of the dataset") @Nullable @QueryValue String dataset,
      @Parameter(
              description = "train, fine-tune, ground, evaluate, search, show, redistribute, adapt")
          @Nullable
          @QueryValue
          String use,
      @Parameter(
              description =
                  "anyone, commercial, non-commercial, research, education, public-body,"
                      + " individual, public-interest-ai; several joined by +")
          @Nullable
          @QueryValue
          String actor,
      @Parameter(description = "Country code; missing for the headline") @Nullable @QueryValue
          String place,
      @Parameter(description = "Missing for today") @Nullable @QueryValue String date) {
    return answers.of(text(dataset), text(use), text(actor), text(place), text(date));
  }

  private static String text(@Nullable String parameter) {
    return parameter == null ? "" : parameter.strip();
  }
}
