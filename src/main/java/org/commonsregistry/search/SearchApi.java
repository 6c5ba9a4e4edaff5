package org.commonsregistry.search;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonsregistry.http.PageLinks;
import org.commonsregistry.rdf.BaseIri;
import org.jspecify.annotations.Nullable;

/** Search and suggestions as JSON. */
@Controller("/api/v1")
@Tag(name = "Search")
final class SearchApi {
  private final SearchIndex index;
  private final BaseIri base;

  SearchApi(SearchIndex index, BaseIri base) {
    this.index = index;
    this.base = base;
  }

  /**
   * One page of results.
   *
   * @param total exact number of matches
   * @param hits in order
   * @param facets counts by parameter name; those of a field ignore that field's own filter
   * @param corrected the spelling that was searched instead, when the typed one found nothing
   * @param next cursor of the following page, absent on the last one
   */
  @Serdeable
  record ResultPage(
      long total,
      List<DatasetHit> hits,
      Map<String, List<ValueCount>> facets,
      @Nullable String corrected,
      @Nullable String next) {}

  /**
   * A dataset that was found.
   *
   * @param slug its identifier here
   * @param iri its public address
   * @param title in the language that matched
   * @param snippet best part of the description, may be empty
   * @param score relevance within this result, 0 in other orders
   * @param zone at the place asked for, else of the headline
   */
  @Serdeable
  record DatasetHit(
      String slug, String iri, String title, String snippet, float score, String zone) {}

  /**
   * How many results have this value.
   *
   * @param value to be given as parameter
   */
  @Serdeable
  record ValueCount(String value, long count) {}

  /** Completions, best first. */
  @Serdeable
  record Completions(List<Completion> suggestions) {}

  /**
   * One completion.
   *
   * @param text to search for
   * @param slug of the dataset with that title, absent for a word or phrase
   * @param iri of that dataset
   */
  @Serdeable
  record Completion(String text, @Nullable String slug, @Nullable String iri) {}

  @Operation(
      summary = "Search datasets",
      description =
          "Full-text search with counted facets. All words must match; when nothing has them all,"
              + " typing errors are corrected (see `corrected`) and then fewer words are enough."
              + " Quotation marks make a phrase. Several values of one facet mean any of them,"
              + " several facets mean all of them. With use, actor, place and without, only what may"
              + " be used like that is found. Every page has a cursor for the next one, in"
              + " `next` and in the Link header; it stays valid while datasets come and go.",
      parameters = {
        @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words to find; everything when absent",
            schema = @Schema(type = "string", maxLength = SearchQuery.LONGEST_TEXT)),
        @Parameter(
            name = "zone",
            in = ParameterIn.QUERY,
            description = "Zone, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "licence",
            in = ParameterIn.QUERY,
            description = "Licence family, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "Category id, with all narrower ones, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "BCP 47 tag of the content, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "steward",
            in = ParameterIn.QUERY,
            description = "Slug of the steward, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "dataset or series, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "series",
            in = ParameterIn.QUERY,
            description = "Slug of the dataset series, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "media",
            in = ParameterIn.QUERY,
            description = "text, audio, image and so on, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "jurisdiction",
            in = ParameterIn.QUERY,
            description = "What it is about: ISO 3166-1 code or name of a place, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            description = "Year of the content or its issue, repeatable",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "place",
            in = ParameterIn.QUERY,
            description =
                "Whose law is meant: ISO 3166-1 code of a country, or * for one of which nothing"
                    + " special is known. Zones and uses are then those of that place, else of the"
                    + " headline",
            schema = @Schema(type = "string", example = "DE")),
        @Parameter(
            name = "use",
            in = ParameterIn.QUERY,
            description =
                "What must be allowed; train when only actor or without is given. What is not"
                    + " known to be allowed is left out",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {
                      "train",
                      "fine-tune",
                      "ground",
                      "evaluate",
                      "search",
                      "show",
                      "redistribute",
                      "adapt"
                    })),
        @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description = "To whom the use must be allowed",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {
                      "anyone",
                      "commercial",
                      "non-commercial",
                      "research",
                      "education",
                      "public-body",
                      "individual",
                      "public-interest-ai"
                    },
                    defaultValue = "anyone")),
        @Parameter(
            name = "without",
            in = ParameterIn.QUERY,
            description = "A duty that must not come with the use, repeatable",
            array =
                @ArraySchema(
                    schema =
                        @Schema(
                            type = "string",
                            allowableValues = {
                              "attribute",
                              "share-alike",
                              "keep-notice",
                              "indicate-changes",
                              "behavioural-restriction",
                              "carry-terms",
                              "open-model",
                              "contribute-direct",
                              "contribute-ecosystem",
                              "compensate",
                              "report",
                              "register-use",
                              "allow-audit",
                              "honour-removal",
                              "obtain-consent"
                            }))),
        @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "Order of the hits",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"relevance", "newest", "modified", "title"},
                    defaultValue = "relevance")),
        @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Cursor from `next` of the page before",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Hits a page",
            schema =
                @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
        @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "Values a facet, 0 for no facets",
            schema =
                @Schema(type = "integer", minimum = "0", maximum = "1000", defaultValue = "12"))
      })
  @ApiResponse(responseCode = "200", description = "A page of results, maybe empty")
  @ApiResponse(responseCode = "400", description = "A parameter that cannot be understood")
  @Get("/search")
  HttpResponse<ResultPage> search(HttpRequest<?> request) {
    var result = index.search(SearchParameters.of(request.getParameters()).query());
    var response = HttpResponse.ok(page(result));
    result
        .next()
        .ifPresent(
            next ->
                response.header(
                    HttpHeaders.LINK, new PageLinks().next(request, "after", next).toString()));
    return response;
  }

  @Operation(
      summary = "Complete what is being typed",
      description =
          "Titles in which every typed word begins a word, best first; forgives a typing error.",
      parameters = {
        @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "What has been typed so far",
            schema = @Schema(type = "string", maxLength = SearchQuery.LONGEST_TEXT)),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Suggestions wanted",
            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "8"))
      })
  @ApiResponse(responseCode = "200", description = "Suggestions, maybe none")
  @Get("/suggest")
  Completions suggest(HttpRequest<?> request) {
    var parameters = SearchParameters.of(request.getParameters());
    return new Completions(
        index.suggest(parameters.text(), parameters.number("limit", 1, 50, 8)).stream()
            .map(
                suggestion ->
                    suggestion.slug().isEmpty()
                        ? new Completion(suggestion.text(), null, null)
                        : new Completion(
                            suggestion.text(), suggestion.slug(), iri(suggestion.slug())))
            .toList());
  }

  private ResultPage page(SearchResult result) {
    var facets = new LinkedHashMap<String, List<ValueCount>>();
    for (var field : FacetField.values()) {
      var counts = result.facets().get(field);
      if (counts != null) {
        facets.put(
            field.parameter(),
            counts.stream().map(c -> new ValueCount(c.value(), c.count())).toList());
      }
    }
    var hits =
        result.hits().stream()
            .map(
                hit ->
                    new DatasetHit(
                        hit.slug(),
                        iri(hit.slug()),
                        hit.title().text(),
                        hit.snippet().text(),
                        hit.score(),
                        hit.zone()))
            .toList();
    return new ResultPage(
        result.total(), hits, facets, result.corrected().orElse(null), result.next().orElse(null));
  }

  private String iri(String slug) {
    return base.resolve("datasets/" + slug);
  }
}
