package org.commonsregistry.sparql;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.TestManifest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * The W3C's SPARQL 1.1 tests, unpacked from the project's shared data; absent on machines that do
 * not have it.
 */
final class W3cTests {
  private static final Path ARCHIVE =
      Path.of("../shared/data/conformance/w3c-and-odrl-tests.tar.zst");

  private W3cTests() {}

  private static Optional<Path> folder() {
    if (!Files.exists(ARCHIVE)) {
      return Optional.empty();
    }
    var folder = Path.of("target/w3c-tests");
    try {
      if (!Files.exists(folder.resolve("complete"))) {
        unpack(folder);
        Files.createFile(folder.resolve("complete"));
      }
      return Optional.of(folder.resolve("sparql11"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder; skips the test where it is absent. */
  static Path required() {
    var folder = folder();
    Assumptions.assumeTrue(folder.isPresent(), "the shared conformance data is not here");
    return folder.orElseThrow();
  }

  /** The tests of one of its folders, in the order of the manifest. */
  static Stream<DynamicTest> in(String folder, ThrowingConsumer<Resource> run) {
    var manifest =
        RDFDataMgr.loadModel(required().resolve(folder).resolve("manifest.ttl").toUri().toString());
    return manifest
        .listObjectsOfProperty(TestManifest.entries)
        .next()
        .as(RDFList.class)
        .asJavaList()
        .stream()
        .map(RDFNode::asResource)
        .map(test -> DynamicTest.dynamicTest(name(test), () -> run.accept(test)));
  }

  private static String name(Resource test) {
    return test.getLocalName() + ": " + test.getProperty(TestManifest.name).getString();
  }

  private static void unpack(Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new ZstdInputStream(new BufferedInputStream(Files.newInputStream(ARCHIVE))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (entry.isFile() && target.startsWith(folder) && entry.getName().contains("sparql11/")) {
          Files.createDirectories(target.getParent());
          Files.write(target, tar.readAllBytes());
        }
      }
    }
  }
}
