package org.commonsregistry.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a request with a {@link Problem}. Thrown at the caller's fault or when the registry cannot
 * answer now; never logged. The factories give the status, the other methods fill in and return
 * this exception. Not thread-safe.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private transient Problem problem;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public static ProblemException of(HttpStatus status, String detail) {
    return new ProblemException(Problem.of(status, detail));
  }

  public static ProblemException badRequest(String detail) {
    return of(HttpStatus.BAD_REQUEST, detail);
  }

  /** No token, or one that is not valid. */
  public static ProblemException unauthorized(String detail) {
    return of(HttpStatus.UNAUTHORIZED, detail)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"commons\"");
  }

  public static ProblemException forbidden(String detail) {
    return of(HttpStatus.FORBIDDEN, detail);
  }

  public static ProblemException notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, detail);
  }

  public static ProblemException notAcceptable(String detail) {
    return of(HttpStatus.NOT_ACCEPTABLE, detail);
  }

  public static ProblemException conflict(String detail) {
    return of(HttpStatus.CONFLICT, detail);
  }

  /** It was here, and was withdrawn or redacted. */
  public static ProblemException gone(String detail) {
    return of(HttpStatus.GONE, detail);
  }

  public static ProblemException tooLarge(String detail) {
    return of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, detail);
  }

  public static ProblemException unsupportedMediaType(String detail) {
    return of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
  }

  /** Understood, but not valid. */
  public static ProblemException unprocessable(String detail) {
    return of(HttpStatus.UNPROCESSABLE_ENTITY, detail);
  }

  public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
    return of(HttpStatus.TOO_MANY_REQUESTS, detail).retryAfter(retryAfter);
  }

  /** Cannot be answered now, or not within the budget. */
  public static ProblemException unavailable(String detail, Duration retryAfter) {
    return of(HttpStatus.SERVICE_UNAVAILABLE, detail).retryAfter(retryAfter);
  }

  public ProblemException kind(String key, String title) {
    problem = problem.kind(key, title);
    return this;
  }

  public ProblemException expected(String what) {
    problem = problem.expected(what);
    return this;
  }

  public ProblemException received(String what) {
    problem = problem.received(what);
    return this;
  }

  /** What the caller can do about it, one sentence. */
  public ProblemException remedy(String what) {
    problem = problem.remedy(what);
    return this;
  }

  public ProblemException header(CharSequence name, String value) {
    headers.put(name.toString(), value);
    return this;
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  private ProblemException retryAfter(Duration wait) {
    return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
  }
}
