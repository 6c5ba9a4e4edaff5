package org.commonsregistry.sparql;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/** Writes one answer in one format. Not thread-safe. */
final class ResultWriter {
  // A template often repeats itself (the same type, the same label for many rows): worth this much
  // memory.
  private static final int REMEMBERED = 50_000;

  private final ResultFormat format;
  private final OutputStream out;

  ResultWriter(ResultFormat format, OutputStream out) {
    this.format = format;
    this.out = out;
  }

  void rows(RowSet rows) {
    table().write(out, rows, ARQ.getContext());
  }

  void verdict(boolean verdict) {
    table().write(out, verdict, ARQ.getContext());
  }

  void graph(Query query, Iterator<Triple> triples, long limit) {
    if (format.streams()) {
      stream(query, triples, limit);
    } else {
      collect(query, triples, limit);
    }
  }

  private RowSetWriter table() {
    var factory = Objects.requireNonNull(RowSetWriterRegistry.getFactory(format.lang()));
    return factory.create(format.lang());
  }

  private void stream(Query query, Iterator<Triple> triples, long limit) {
    var writer = StreamRDFWriter.getWriterStream(out, format.lang());
    writer.start();
    query.getPrefixMapping().getNsPrefixMap().forEach(writer::prefix);
    var seen = new HashSet<Triple>();
    var count = 0L;
    while (triples.hasNext()) {
      var triple = triples.next();
      if (seen.size() >= REMEMBERED ? !seen.contains(triple) : seen.add(triple)) {
        if (++count > limit) {
          throw new QueryEndedException(Ending.TOO_MANY_ROWS);
        }
        writer.triple(triple);
      }
    }
    writer.finish();
  }

  private void collect(Query query, Iterator<Triple> triples, long limit) {
    var graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    while (triples.hasNext()) {
      graph.add(triples.next());
      if (graph.size() > limit) {
        throw new QueryEndedException(Ending.TOO_MUCH_TO_HOLD);
      }
    }
    var layout = format == ResultFormat.JSON_LD ? RDFFormat.JSONLD_PRETTY : RDFFormat.RDFXML_PLAIN;
    RDFWriter.source(graph).format(layout).output(out);
  }
}
