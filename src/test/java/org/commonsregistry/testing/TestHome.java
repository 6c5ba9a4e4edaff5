package org.commonsregistry.testing;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A home of a test's own, deleted when closed. */
public final class TestHome implements AutoCloseable {
  private final Path folder;

  public TestHome() {
    try {
      folder = Files.createTempDirectory("commons-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /**
   * The registry's parts in this home, without a server; close it before opening the home again.
   */
  public ApplicationContext open() {
    return open(Map.of());
  }

  public ApplicationContext open(Map<String, Object> more, Object... beans) {
    return ApplicationContext.builder()
        .banner(false)
        .properties(properties(more))
        .singletons(beans)
        .start();
  }

  public Map<String, Object> properties(Map<String, Object> more) {
    var properties = new HashMap<String, Object>(more);
    properties.put("commons.home", folder.toString());
    properties.putIfAbsent("micronaut.server.port", -1);
    return properties;
  }

  @Override
  public void close() {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
