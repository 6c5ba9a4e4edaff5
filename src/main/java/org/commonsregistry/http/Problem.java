package org.commonsregistry.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * One error as RFC 9457 describes it (https://www.rfc-editor.org/rfc/rfc9457), with three members
 * of our own that every caller can act on: what was expected, what came, and what to do. Immutable.
 *
 * @param type an IRI for the kind of problem; {@code about:blank} when the status says it all
 * @param instance the path of the request
 */
@Serdeable
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    @Nullable String expected,
    @Nullable String received,
    @Nullable String remedy) {
  private static final String TYPES = "https://commonsregistry.org/ns/problems#";

  public static Problem of(HttpStatus status, String detail) {
    return new Problem(
        "about:blank", status.getReason(), status.getCode(), detail, null, null, null, null);
  }

  /** Names the kind of problem, for programs: {@code query-timeout}, "The query took too long". */
  public Problem kind(String key, String newTitle) {
    return new Problem(TYPES + key, newTitle, status, detail, instance, expected, received, remedy);
  }

  public Problem at(String path) {
    return new Problem(type, title, status, detail, path, expected, received, remedy);
  }

  public Problem expected(String what) {
    return new Problem(type, title, status, detail, instance, what, received, remedy);
  }

  public Problem received(String what) {
    return new Problem(type, title, status, detail, instance, expected, what, remedy);
  }

  public Problem remedy(String what) {
    return new Problem(type, title, status, detail, instance, expected, received, what);
  }
}
