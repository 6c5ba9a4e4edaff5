package org.commonsregistry.redundancy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/** Is it already in the commons? Asked with a sketch, or with the text itself. */
@Controller("/api/v1/check")
@Tag(name = "Redundancy")
final class CheckApi {
  private final Checks checks;

  CheckApi(Checks checks) {
    this.checks = checks;
  }

  @Post
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "check",
      summary = "How much of these texts is already in the commons, by their sketches",
      description =
          "The body holds sketches (docs/fp1.md), never text: {\"fingerprint\":\"fp1\",\"scale\":16,"
              + "\"documents\":[{\"words\":…,\"shingles\":…,\"hashes\":[\"16 hex digits\",…]}],"
              + "\"language\":\"en\",\"category\":…}. Denser scales than 16 are refused. Nothing of"
              + " it is kept. Shares are of the words, from 0 to 1, with a 95 % interval.")
  @ApiResponse(responseCode = "200", description = "What was found")
  @ApiResponse(responseCode = "413", description = "More than 65536 hashes")
  @ApiResponse(
      responseCode = "422",
      description = "Too dense, not in order, or not fitting its counts")
  @ApiResponse(responseCode = "429", description = "Asked too often; compare offline instead")
  OverlapReport check(
      HttpRequest<?> request,
      @Parameter(description = "Language of the sentences, en or de")
          @QueryValue(defaultValue = "en")
          String lang) {
    return checks.sketches(QuestionBody.sketches(request), lang);
  }

  @Post("/text")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "checkText",
      summary = "The same with the text itself",
      description =
          "The body is plain text in UTF-8, at most 32 MiB. It is held in memory while it is"
              + " answered, and nowhere else. Shared passages are compared word for word.")
  @ApiResponse(responseCode = "200", description = "What was found")
  @ApiResponse(responseCode = "400", description = "No plain text")
  @ApiResponse(responseCode = "413", description = "Too long")
  @ApiResponse(responseCode = "429", description = "Asked too often; compare offline instead")
  OverlapReport checkText(
      HttpRequest<?> request,
      @Parameter(description = "Of the text, to be told what is held in it")
          @QueryValue(defaultValue = "")
          String language,
      @Parameter(description = "Of the text, to be told what is held in it")
          @QueryValue(defaultValue = "")
          String category,
      @Parameter(description = "Language of the sentences, en or de")
          @QueryValue(defaultValue = "en")
          String lang) {
    var body = QuestionBody.text(request);
    return checks.text(
        QuestionBody.characters(body),
        Map.of("language", language, "category", category),
        body.length,
        lang);
  }
}
