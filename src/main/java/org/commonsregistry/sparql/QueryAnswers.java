package org.commonsregistry.sparql;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.commonsregistry.http.Accept;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.RdfStore;

/** Answers requests that carry a query: read, checked, executed, tagged. Thread-safe. */
@Singleton
final class QueryAnswers {
  private final QueryReader reader;
  private final QueryExecutor executor;
  private final RdfStore store;

  QueryAnswers(QueryReader reader, QueryExecutor executor, RdfStore store) {
    this.reader = reader;
    this.executor = executor;
    this.store = store;
  }

  /** In the form the client likes best. */
  HttpResponse<?> negotiated(HttpRequest<?> request, QueryRequest asked)
      throws InterruptedException {
    var header = String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT));
    return answer(
        request, asked, query -> ResultFormat.negotiate(query, Accept.parse(header), header));
  }

  /** In a form that does not depend on what the client says it likes. */
  HttpResponse<?> answer(
      HttpRequest<?> request, QueryRequest asked, Function<Query, ResultFormat> form)
      throws InterruptedException {
    var checked = reader.read(asked);
    var format = form.apply(checked.query());
    // The version before execution: if data changes meanwhile, the tag is too old, never too new.
    var tag = EntityTags.of(store.version(), asked, format);
    if (!checked.changing() && request.getMethod() != HttpMethod.POST) {
      var known = EntityTags.notModified(request, tag);
      if (known.isPresent()) {
        return known.get();
      }
    }
    var client = ClientWatch.of(request);
    var answer = executor.run(checked.query(), format, client);
    var response = response(client, answer).contentType(format.contentType());
    return checked.changing()
        ? response.header(HttpHeaders.CACHE_CONTROL, "no-store")
        : EntityTags.tagged(response, tag);
  }

  private static MutableHttpResponse<?> response(ClientWatch client, Answer answer)
      throws InterruptedException {
    return switch (answer) {
      case Answer.Whole whole -> HttpResponse.ok(whole.bytes());
      case Answer.Streamed streamed -> {
        if (!client.canTellABrokenAnswer()) {
          close(streamed.stream());
          throw ProblemException.of(
                  HttpStatus.HTTP_VERSION_NOT_SUPPORTED,
                  "An answer of this length cannot be sent safely over HTTP/1.0.")
              .expected("HTTP/1.1 or newer")
              .remedy("Use a newer client, or add LIMIT.");
        }
        yield HttpResponse.ok(streamed.stream());
      }
    };
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
