package org.commonsregistry.benchmark;

import java.nio.file.Path;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;

/**
 * The peer of an import: Jena reads N-Quads as {@code riot} does, then loads them with TDB2's bulk
 * loader.
 */
final class PlainLoad {
  private PlainLoad() {}

  /** Arguments: the N-Quads file and an empty folder. */
  public static void main(String[] arguments) {
    var file = arguments[0];
    RDFParser.source(file).parse(org.apache.jena.riot.system.StreamRDFLib.sinkNull());
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Path.of(arguments[1]).toString());
    var loader = LoaderFactory.sequentialLoader(store, (format, values) -> {});
    loader.startBulk();
    loader.load(file);
    loader.finishBulk();
    Txn.executeRead(store, () -> {});
  }
}
