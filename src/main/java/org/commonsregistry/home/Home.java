package org.commonsregistry.home;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder a registry lives in. Immutable; folders are created when first asked for. */
@Singleton
public final class Home {
  private final Path root;

  public Home(@Value("${commons.home}") String root) {
    this.root = Path.of(root).toAbsolutePath().normalize();
  }

  public Path root() {
    return created(root);
  }

  /** The sub-folder a feature owns, created if missing. */
  public Path folder(String name) {
    return created(root.resolve(name));
  }

  public Path runFile() {
    return root().resolve("run");
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The home folder " + folder + " cannot be created. Choose a writable one with --home.",
          e);
    }
  }
}
