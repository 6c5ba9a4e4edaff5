package org.commonsregistry.sparql;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.apache.jena.query.Query;
import org.commonsregistry.http.ProblemException;

/** Answers to queries as files, by suffix: for links, which cannot say what they accept. */
@Controller
// A suffix wins over Accept.
@Produces({MediaType.ALL, MediaType.TEXT_HTML})
@Tag(name = "sparql")
final class SparqlFiles {
  private final QueryAnswers answers;

  SparqlFiles(QueryAnswers answers) {
    this.answers = answers;
  }

  @Get("/sparql.{form:csv|tsv|json|xml|ttl|nt|jsonld|rdf}")
  @Operation(
      operationId = "queryToFile",
      summary = "The answer to a SPARQL query as a file",
      description =
          "As /sparql, in the form of the suffix: csv, tsv, json and xml for SELECT and ASK; ttl,"
              + " nt, jsonld and rdf for CONSTRUCT and DESCRIBE.",
      parameters =
          @Parameter(
              name = "query",
              in = ParameterIn.QUERY,
              required = true,
              schema = @Schema(type = "string")))
  HttpResponse<?> file(@Parameter(hidden = true) HttpRequest<?> request, String form)
      throws InterruptedException {
    var asked = QueryRequest.ofAddress(request.getUri());
    if (asked == null) {
      throw ProblemException.badRequest("There is no query in this address.")
          .expected("/sparql." + form + "?query=…")
          .remedy("Write the query at /sparql.");
    }
    var response = answers.answer(request, asked, query -> format(query, form));
    return response instanceof MutableHttpResponse<?> whole
        ? whole.header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"result." + form + "\"")
        : response;
  }

  private static ResultFormat format(Query query, String form) {
    return ResultFormat.of(query)
        .filter(format -> format.suffix().equals(form))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notAcceptable("The answer to this query has no such form.")
                    .expected(
                        String.join(
                            ", ", ResultFormat.of(query).map(ResultFormat::suffix).toList()))
                    .received(form)
                    .remedy("Take one of these suffixes."));
  }
}
