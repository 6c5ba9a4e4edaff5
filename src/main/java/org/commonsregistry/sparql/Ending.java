package org.commonsregistry.sparql;

import java.time.Duration;
import org.commonsregistry.http.ProblemException;

/** Why a query was ended before its answer was complete. */
enum Ending {
  NO_FIRST_RESULT(
      "query-timeout", "No result was found within the time a query may search for one."),
  TOO_LONG("query-timeout", "The query did not end within the time a query may take."),
  TOO_MANY_ROWS("result-too-large", "The answer has more rows than one answer may have."),
  TOO_MANY_BYTES("result-too-large", "The answer has more bytes than one answer may have."),
  TOO_MUCH_TO_HOLD(
      "result-too-large", "The answer is too large for a form that cannot be streamed."),
  LITERAL_TOO_LONG(
      "literal-too-long", "The query computes a literal longer than a literal may be."),
  OUT_OF_MEMORY("query-too-expensive", "The query needs more memory than there is."),
  STALLED("reader-too-slow", "The answer was not taken."),
  CLIENT_GONE("client-gone", "The client is gone.");

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final String kind;
  private final String detail;

  Ending(String kind, String detail) {
    this.kind = kind;
    this.detail = detail;
  }

  ProblemException problem(String budget) {
    return switch (this) {
      case LITERAL_TOO_LONG ->
          ProblemException.unprocessable(detail)
              .kind(kind, "A literal is too long")
              .expected(budget)
              .remedy("Put fewer or shorter texts together.");
      case TOO_MANY_ROWS, TOO_MANY_BYTES ->
          ProblemException.unprocessable(detail)
              .kind(kind, "The answer is too large")
              .expected(budget)
              .remedy(
                  "Add LIMIT, or COUNT instead of listing; everything at once is in the snapshot at"
                      + " /snapshots.");
      case TOO_MUCH_TO_HOLD ->
          ProblemException.unprocessable(detail)
              .kind(kind, "The answer is too large")
              .expected(budget)
              .remedy("Ask for text/turtle or application/n-triples, which are streamed.");
      case NO_FIRST_RESULT, TOO_LONG, OUT_OF_MEMORY, STALLED, CLIENT_GONE ->
          ProblemException.unavailable(detail, RETRY)
              .kind(kind, "The query was stopped")
              .expected(budget)
              .remedy(
                  "Make the query more selective, or run it at home on the snapshot at"
                      + " /snapshots.");
    };
  }
}
