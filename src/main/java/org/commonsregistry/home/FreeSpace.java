package org.commonsregistry.home;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Stops writers while there is still room on the disk, because stores that hit its very end may not
 * open again. Thread-safe.
 */
@Singleton
public final class FreeSpace {
  private final Home home;
  private final long reserve;

  FreeSpace(Home home, @Value("${commons.free-space}") long reserve) {
    this.home = home;
    this.reserve = reserve;
  }

  /**
   * @throws HomeFullException when less than the reserve is left
   */
  public void require() {
    var folder = home.root();
    try {
      var left = Files.getFileStore(folder).getUsableSpace();
      if (left < reserve) {
        throw new HomeFullException(folder, left, reserve);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The disk of " + folder + " does not say how full it is.", e);
    }
  }
}
