package org.commonsregistry.benchmark;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.commonsregistry.rdf.RdfStore;

/** Writes every quad of a home's RDF view as N-Quads, so that the peer loads exactly the same. */
final class QuadsOfHome {
  private QuadsOfHome() {}

  static long write(Path home, Path file) throws IOException {
    try (var context =
            ApplicationContext.builder()
                .banner(false)
                .properties(Map.of("commons.home", home.toString()))
                .start();
        var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      return context
          .getBean(RdfStore.class)
          .read(
              connection -> {
                var writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
                writer.start();
                var count = new long[1];
                connection
                    .fetchDataset()
                    .asDatasetGraph()
                    .find()
                    .forEachRemaining(
                        quad -> {
                          if (!quad.isDefaultGraph()) {
                            writer.quad(quad);
                            count[0]++;
                          }
                        });
                writer.finish();
                return count[0];
              });
    }
  }
}
