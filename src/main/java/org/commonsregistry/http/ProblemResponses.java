package org.commonsregistry.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes every error of every route: as {@code application/problem+json}, or as a page for who
 * prefers HTML. Micronaut hands its own errors (no route, wrong method, unreadable body, a bug of
 * ours) to it too. Thread-safe.
 */
@Singleton
public final class ProblemResponses implements ErrorResponseProcessor<Object> {
  private static final List<Representation> OFFERED =
      List.of(Representation.JSON, Representation.HTML);
  private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

  private final JsonMapper json;
  private final ErrorPage page;

  ProblemResponses(JsonMapper json, @Nullable ErrorPage page) {
    this.json = json;
    this.page = page == null ? new PlainErrorPage() : page;
  }

  public MutableHttpResponse<?> respond(HttpRequest<?> request, Problem problem) {
    return write(request, problem, HttpResponse.status(HttpStatus.valueOf(problem.status())));
  }

  @Override
  @SuppressWarnings("unchecked")
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var problem = problem(context, response.status());
    return (MutableHttpResponse<Object>) write(context.getRequest(), problem, response);
  }

  private MutableHttpResponse<?> write(
      HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
    var located = problem.instance() == null ? problem.at(request.getPath()) : problem;
    response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (Representation.negotiate(request, OFFERED)
        .filter(Representation.HTML::equals)
        .isPresent()) {
      return response
          .body(page.render(located, request).getBytes(StandardCharsets.UTF_8))
          .contentType(HTML);
    }
    try {
      return response
          .body(json.writeValueAsBytes(located))
          .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What Micronaut says about a caller's fault is useful; what it says about our own would tell
   * internals.
   */
  private static Problem problem(ErrorContext context, HttpStatus status) {
    if (status.getCode() >= 500) {
      return Problem.of(status, "Something went wrong here; it is not your request's fault.")
          .remedy("Try again later. The operator finds the reason in the log.");
    }
    var detail =
        context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
    var problem = Problem.of(status, detail.isBlank() ? status.getReason() : detail);
    return switch (status) {
      case NOT_FOUND ->
          Problem.of(status, "There is nothing at " + context.getRequest().getPath() + ".")
              .remedy("Check the address, or look for it at /search.");
      case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE ->
          problem.remedy("Use one of those named; /openapi.yml lists what every address takes.");
      case REQUEST_ENTITY_TOO_LARGE -> problem.remedy("Send it in smaller parts.");
      default -> problem.remedy("Mend the request; /openapi.yml says what this address takes.");
    };
  }
}
