package org.commonsregistry.classification.advisory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.category.Categories;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;

/** Advice over HTTP: on a dataset of this registry, or on a text that is not kept. */
@Controller("/api/v1/advice")
@Tag(name = "Advice")
final class AdviceApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Adviser adviser;
  private final Datasets datasets;
  private final Categories categories;

  AdviceApi(Adviser adviser, Datasets datasets, Categories categories) {
    this.adviser = adviser;
    this.datasets = datasets;
    this.categories = categories;
  }

  /** A text to be advised on; what is missing is empty. */
  @Schema(name = "TextForAdvice")
  record Text(String title, String description, List<String> keywords) {}

  @Get
  @Operation(
      operationId = "getAdvice",
      summary = "What a text model makes of a dataset's description",
      description =
          "Categories it may belong to and sentences that may state terms, each with a confidence."
              + " Advice, not a verdict: it changes no category, no licence and no zone. The model"
              + " card is classifier/advisory/MODEL_CARD.md.")
  @ApiResponse(responseCode = "200", description = "The advice, which may be none and says why")
  @ApiResponse(responseCode = "404", description = "There is no dataset of that name")
  @ApiResponse(responseCode = "410", description = "It was withdrawn")
  HttpResponse<?> onDataset(
      HttpRequest<?> request,
      @Parameter(description = "The dataset's name in addresses") @QueryValue String dataset) {
    if (!DatasetId.valid(dataset)) {
      throw ProblemException.notFound("'" + dataset + "' is no name of a dataset.")
          .expected("lower-case letters, digits and single hyphens, 2 to 100 characters")
          .remedy("Look for it at /search.");
    }
    var version =
        datasets
            .current(new DatasetId(dataset))
            .orElseThrow(
                () ->
                    ProblemException.notFound("There is no dataset '" + dataset + "'.")
                        .remedy("Look for it at /search."));
    if (version.withdrawn()) {
      throw ProblemException.gone("The dataset '" + dataset + "' was withdrawn.");
    }
    var advice = standing(adviser.suggest(version.dataset()));
    var tag = EntityTags.of(version.sequence(), advice);
    var known = EntityTags.notModified(request, tag);
    return known.isPresent() ? known.get() : EntityTags.tagged(HttpResponse.ok(advice), tag);
  }

  @Post
  @Consumes("*/*")
  @Operation(
      operationId = "adviseOnText",
      summary = "What a text model makes of a text",
      description =
          "JSON with title, description and keywords, or plain text, which is then the description;"
              + " at most 64 KB of UTF-8. The text is not kept. Advice, not a verdict.")
  @RequestBody(
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Text.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = "string"))
      })
  @ApiResponse(responseCode = "200", description = "The advice, which may be none and says why")
  @ApiResponse(responseCode = "400", description = "The body is not what its type says")
  @ApiResponse(responseCode = "413", description = "The body is larger than 64 KB")
  @ApiResponse(responseCode = "415", description = "The body is neither JSON nor plain text")
  Advice onText(HttpRequest<?> request) throws IOException {
    var text = text(request);
    return standing(adviser.suggest(text.title(), text.description(), text.keywords()));
  }

  /** Categories that were taken out of the scheme since the models were trained are left out. */
  private Advice standing(Advice advice) {
    return advice.withCategories(
        advice.categories().stream()
            .filter(suggestion -> categories.find(suggestion.category()).isPresent())
            .toList());
  }

  private static Text text(HttpRequest<?> request) throws IOException {
    var type = request.getContentType().map(MediaType::getName).orElse("").toLowerCase(Locale.ROOT);
    var json = type.equals(MediaType.APPLICATION_JSON);
    if (!json && !type.equals(MediaType.TEXT_PLAIN)) {
      throw ProblemException.unsupportedMediaType("A text of this type cannot be read.")
          .expected("application/json with title, description and keywords, or text/plain")
          .received(type.isEmpty() ? "no Content-Type" : "Content-Type " + type)
          .remedy("Set Content-Type to what the body is.");
    }
    try (var body = ((ServerHttpRequest<?>) request).byteBody().move().toInputStream()) {
      var bytes = body.readNBytes(Adviser.LARGEST + 1);
      if (bytes.length > Adviser.LARGEST) {
        throw Adviser.tooLarge("more than " + Adviser.LARGEST + " bytes");
      }
      return json ? ofJson(bytes) : new Text("", decoded(bytes), List.of());
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest("The text is not UTF-8.")
          .expected("text in UTF-8")
          .remedy("Convert the text to UTF-8.");
    }
  }

  private static Text ofJson(byte[] bytes) throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw unreadable(e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw unreadable(node.isMissingNode() ? "nothing" : "a " + node.getNodeType());
    }
    var keywords = new ArrayList<String>();
    var given = node.path("keywords");
    if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
      throw unreadable("keywords as " + given.getNodeType());
    }
    for (var keyword : given) {
      keywords.add(member(keyword, "keywords"));
    }
    return new Text(
        member(node.path("title"), "title"),
        member(node.path("description"), "description"),
        keywords);
  }

  private static String member(JsonNode value, String name) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw unreadable(name + " as " + value.getNodeType());
    }
    return value.asText();
  }

  private static ProblemException unreadable(String received) {
    return ProblemException.badRequest("The body is not a text to be advised on.")
        .expected(
            "{\"title\": \"…\", \"description\": \"…\", \"keywords\": [\"…\"]}, each may be"
                + " missing")
        .received(received)
        .remedy("Send one JSON object with texts.");
  }
}
