package org.commonsregistry.sparql;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonsregistry.http.Accept;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;

/**
 * SPARQL 1.1 Protocol at {@code /sparql}: the three ways to send a query, and the service
 * description without one.
 */
@Controller("/sparql")
@Tag(name = "sparql", description = "SPARQL 1.1 over everything public in this registry")
public final class SparqlEndpoint {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final List<Representation> DESCRIPTIONS =
      List.of(
          Representation.TURTLE,
          Representation.JSON_LD,
          Representation.N_TRIPLES,
          Representation.RDF_XML,
          Representation.HTML);

  private final QueryAnswers answers;
  private final Preview preview;
  private final SparqlSettings settings;
  private final ServiceDescription description;
  private final @Nullable QueryPage page;

  SparqlEndpoint(
      QueryAnswers answers,
      Preview preview,
      SparqlSettings settings,
      ServiceDescription description,
      @Nullable QueryPage page) {
    this.answers = answers;
    this.preview = preview;
    this.settings = settings;
    this.description = description;
    this.page = page;
  }

  @Get
  @Produces(MediaType.ALL)
  @Operation(
      operationId = "query",
      summary = "Answers a SPARQL query",
      description =
          "Without a query: the service description. The default graph is the union of all named"
              + " graphs; common prefixes need no declaration. An answer is complete or the"
              + " connection breaks; it is never silently cut.",
      parameters = {
        @Parameter(
            name = "query",
            in = ParameterIn.QUERY,
            description = "SELECT, ASK, CONSTRUCT or DESCRIBE",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "default-graph-uri",
            in = ParameterIn.QUERY,
            style = ParameterStyle.FORM,
            description = "a graph of this store; may be repeated",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "named-graph-uri",
            in = ParameterIn.QUERY,
            style = ParameterStyle.FORM,
            description = "a graph of this store; may be repeated",
            schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(mediaType = "application/sparql-results+json"),
        @Content(mediaType = "application/sparql-results+xml"),
        @Content(mediaType = "text/csv"),
        @Content(mediaType = "text/tab-separated-values"),
        @Content(mediaType = "text/turtle"),
        @Content(mediaType = "application/n-triples"),
        @Content(mediaType = "application/ld+json"),
        @Content(mediaType = "application/rdf+xml")
      })
  @ApiResponse(responseCode = "304", description = "What you have is still right")
  @ApiResponse(
      responseCode = "400",
      description = "Not a SPARQL 1.1 query",
      content = @Content(mediaType = "application/problem+json"))
  @ApiResponse(
      responseCode = "403",
      description = "An update, SERVICE, a foreign graph or a function that is not offered",
      content = @Content(mediaType = "application/problem+json"))
  @ApiResponse(
      responseCode = "503",
      description = "Too many queries, or this one takes too long",
      content = @Content(mediaType = "application/problem+json"))
  public HttpResponse<?> get(@Parameter(hidden = true) HttpRequest<?> request)
      throws InterruptedException {
    var asked = QueryRequest.ofAddress(request.getUri());
    if (asked == null) {
      return describe(request);
    }
    var others = List.of(ResultFormat.JSON.mediaType(), ResultFormat.TURTLE.mediaType());
    if (page != null && prefersPage(request, others)) {
      return page.show(request);
    }
    return answers.negotiated(request, asked);
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  @Operation(
      operationId = "queryByPost",
      summary = "Answers a SPARQL query sent as a form or as it is",
      requestBody =
          @RequestBody(
              content = {
                @Content(mediaType = QUERY, schema = @Schema(type = "string")),
                @Content(mediaType = FORM, schema = @Schema(type = "object"))
              }))
  @ApiResponse(responseCode = "200", description = "The answer, as for GET")
  public HttpResponse<?> post(
      @Parameter(hidden = true) HttpRequest<?> request, @Nullable @Body InputStream body)
      throws InterruptedException, IOException {
    var text = text(request, body);
    return switch (mediaType(request)) {
      case FORM ->
          page != null && prefersPage(request, ResultFormat.mediaTypesOfAll())
              ? shown(page, request, text)
              : answers.negotiated(request, QueryRequest.ofForm(request.getUri(), text));
      case QUERY -> answers.negotiated(request, QueryRequest.ofBody(request.getUri(), text));
      case UPDATE -> throw QueryRequest.updateRefused();
      default ->
          throw ProblemException.unsupportedMediaType("The body is not a query.")
              .expected(QUERY + " or " + FORM)
              .received(request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class, "nothing"))
              .remedy("Set the Content-Type header.");
    };
  }

  /** What a person gets who sent the form without scripts: the form again, and what came of it. */
  private HttpResponse<?> shown(QueryPage there, HttpRequest<?> request, String form)
      throws InterruptedException {
    var query = "";
    try {
      var asked = QueryRequest.ofForm(request.getUri(), form);
      query = asked.text();
      return there.show(request, query, preview.of(asked, ClientWatch.of(request)));
    } catch (ProblemException e) {
      return there.show(request, query, new QueryOutcome.Failed(e));
    }
  }

  private HttpResponse<?> describe(HttpRequest<?> request) {
    var form = Representation.require(request, DESCRIPTIONS);
    if (form == Representation.HTML) {
      if (page != null) {
        return page.show(request);
      }
      form = Representation.TURTLE;
    }
    return description.respond(request, form);
  }

  private static boolean prefersPage(HttpRequest<?> request, List<String> others) {
    var types = new ArrayList<>(others);
    types.add(MediaType.TEXT_HTML);
    return Accept.parse(String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT)))
        .best(types)
        .filter(MediaType.TEXT_HTML::equals)
        .isPresent();
  }

  private static String mediaType(HttpRequest<?> request) {
    var header = request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class, "");
    for (var parameter : header.split(";", -1)) {
      var name = parameter.strip().toLowerCase(Locale.ROOT).replace("\"", "");
      if (name.startsWith("charset=") && !name.equals("charset=utf-8")) {
        throw ProblemException.unsupportedMediaType("SPARQL is sent in UTF-8.")
            .expected("charset=utf-8, or no charset")
            .received(parameter.strip())
            .remedy("Send the query in UTF-8.");
      }
    }
    var end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private String text(HttpRequest<?> request, @Nullable InputStream body) throws IOException {
    if (body == null) {
      return "";
    }
    // In a form every byte can become three; the parsed query is measured exactly.
    var limit = 4 * settings.queryBytes();
    try (body) {
      var bytes = body.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw ProblemException.tooLarge("The request is too long.")
            .expected("a query of at most " + settings.queryBytes() + " bytes")
            .received("more than " + limit + " bytes")
            .remedy("Split it, or take a snapshot (/snapshots) and query it at home.");
      }
      return FormParameters.utf8(bytes, bytes.length);
    }
  }
}
