package org.commonsregistry.testing;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Assumptions;

/** Real inputs that lie beside the repository and may be absent. */
public final class SharedData {
  private static final Path FOLDER = Path.of("..", "shared", "data");

  private SharedData() {}

  public static void assumePresent() {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "the shared data are not beside the repository");
  }

  public static Path file(String path) {
    assumePresent();
    return FOLDER.resolve(path);
  }

  /** A folder of the packed conformance tests, unpacked once a build; empty when absent. */
  public static Optional<Path> unpackedConformance(String folder) throws IOException {
    var packed = FOLDER.resolve("conformance").resolve("w3c-and-odrl-tests.tar.zst");
    if (!Files.exists(packed)) {
      return Optional.empty();
    }
    var target = Path.of("target", "conformance");
    if (!Files.exists(target.resolve(folder))) {
      try (InputStream plain = new ZstdInputStream(Files.newInputStream(packed));
          var tar = new TarArchiveInputStream(plain)) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          var name = entry.getName().replaceFirst("^\\./", "");
          var place = target.resolve(name).normalize();
          if (entry.isFile() && name.startsWith(folder + "/") && place.startsWith(target)) {
            Files.createDirectories(place.getParent());
            Files.write(place, tar.readAllBytes());
          }
        }
      }
    }
    return Optional.of(target.resolve(folder));
  }
}
