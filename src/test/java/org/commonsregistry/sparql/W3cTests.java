package org.commonsregistry.sparql;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The W3C's SPARQL 1.1 tests, unpacked from the project's shared data; absent on machines that do
 * not have it.
 */
final class W3cTests {
  private static final Path ARCHIVE =
      Path.of("../shared/data/conformance/w3c-and-odrl-tests.tar.zst");

  private W3cTests() {}

  static Optional<Path> folder() {
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
