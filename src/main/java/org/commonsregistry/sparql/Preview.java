package org.commonsregistry.sparql;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Runs a query for a page, within the same budgets as any other, and keeps the beginning of its
 * answer. Thread-safe.
 */
@Singleton
final class Preview {
  static final int ROWS = 200;
  private static final int CHARACTERS = 1_000_000;
  private static final int GRAPH_BYTES = 64 * 1024;

  private final QueryReader reader;
  private final QueryExecutor executor;

  Preview(QueryReader reader, QueryExecutor executor) {
    this.reader = reader;
    this.executor = executor;
  }

  QueryOutcome of(QueryRequest asked, ClientWatch client) throws InterruptedException {
    var query = reader.read(asked).query();
    if (query.isSelectType() && (!query.hasLimit() || query.getLimit() > ROWS)) {
      query.setLimit(ROWS + 1L); // one more than is shown tells whether there are more
    }
    var table = query.isSelectType() || query.isAskType();
    var answer = executor.run(query, table ? ResultFormat.JSON : ResultFormat.TURTLE, client);
    try (var stream = stream(answer)) {
      return table ? table(query, stream) : graph(stream);
    } catch (IOException e) {
      throw broken(e);
    } catch (RuntimeException e) {
      throw broken(e);
    }
  }

  private static InputStream stream(Answer answer) {
    return switch (answer) {
      case Answer.Whole whole -> new ByteArrayInputStream(whole.bytes());
      case Answer.Streamed streamed -> streamed.stream();
    };
  }

  private static QueryOutcome table(Query query, InputStream stream) {
    var format = ResultFormat.JSON.lang();
    RowSetReader json =
        Objects.requireNonNull(RowSetReaderRegistry.getFactory(format)).create(format);
    var result = json.readAny(stream, ARQ.getContext());
    return result.isBoolean()
        ? new QueryOutcome.Verdict(result.booleanResult())
        : rows(query.getResultVars(), result.rowSet());
  }

  private static QueryOutcome rows(List<String> columns, RowSet rows) {
    var shown = new ArrayList<List<Optional<Node>>>();
    var characters = 0L;
    while (rows.hasNext()) {
      if (shown.size() == ROWS || characters > CHARACTERS) {
        return new QueryOutcome.Table(columns, shown, true);
      }
      var row = rows.next();
      var cells = columns.stream().map(name -> Optional.ofNullable(row.get(name))).toList();
      characters +=
          cells.stream()
              .flatMap(Optional::stream)
              .mapToLong(node -> node.toString().length())
              .sum();
      shown.add(cells);
    }
    return new QueryOutcome.Table(columns, shown, false);
  }

  private static QueryOutcome graph(InputStream stream) throws IOException {
    var bytes = stream.readNBytes(GRAPH_BYTES);
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (bytes.length < GRAPH_BYTES || stream.read() < 0) {
      return new QueryOutcome.Graph(text, false);
    }
    var line = text.lastIndexOf('\n');
    return new QueryOutcome.Graph(line < 0 ? text : text.substring(0, line), true);
  }

  /** Once an answer is being sent, its reader hears of a failure as a broken stream. */
  private RuntimeException broken(Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof QueryEndedException ended) {
        return executor.problem(ended);
      }
    }
    return thrown instanceof IOException io
        ? new UncheckedIOException(io)
        : (RuntimeException) thrown;
  }
}
