package org.commonsregistry.redundancy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found of each benchmark in each other holding: one file a pair in {@code
 * <home>/contamination}, there as soon as the pair has been looked at. Can be made again from the
 * holdings. Thread-safe.
 */
@Singleton
final class Findings {
  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Raise it when the same texts would be judged differently. */
  private static final int FORMAT = 1;

  private final Path folder;

  Findings(Home home) {
    folder = home.folder("contamination");
  }

  /**
   * @param items of the benchmark
   * @param tooShort those that were not looked for
   * @param found the first {@value #MOST}
   */
  record Pair(int format, long items, long tooShort, List<Finding> found) {
    static final int MOST = 10_000;

    static Pair of(long items, long tooShort, List<Finding> found) {
      return new Pair(FORMAT, items, tooShort, List.copyOf(found));
    }
  }

  boolean has(HoldingId benchmark, HoldingId other) {
    return Files.exists(file(benchmark, other));
  }

  /** Empty when the pair has not been looked at. */
  Optional<Pair> of(HoldingId benchmark, HoldingId other) {
    var file = file(benchmark, other);
    try {
      if (Files.exists(file)) {
        var pair = JSON.readValue(file.toFile(), Pair.class);
        if (pair.format() == FORMAT) {
          return Optional.of(pair);
        }
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be read and is made anew: {}", file.getFileName(), e.getMessage());
      delete(file);
    }
    return Optional.empty();
  }

  void put(HoldingId benchmark, HoldingId other, Pair pair) {
    var file = file(benchmark, other);
    try {
      Files.createDirectories(file.getParent());
      var part = Files.createTempFile(file.getParent(), "part", "");
      try {
        JSON.writeValue(part.toFile(), pair);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("What was found of a benchmark cannot be written.", e);
    }
  }

  /** Forgets pairs of which one does not stand any more. */
  void keepOnly(Set<HoldingId> standing) {
    try (var benchmarks = Files.list(folder)) {
      for (var benchmark : benchmarks.toList()) {
        try (var files = Files.list(benchmark)) {
          for (var file : files.toList()) {
            var name = file.getFileName().toString();
            if (standing.stream()
                    .noneMatch(id -> name(id).equals(benchmark.getFileName().toString()))
                || standing.stream().noneMatch(id -> (name(id) + ".json").equals(name))) {
              delete(file);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(HoldingId benchmark, HoldingId other) {
    return folder.resolve(name(benchmark)).resolve(name(other) + ".json");
  }

  /** Slugs have no underscore, so no two holdings share a name. */
  private static String name(HoldingId id) {
    return id.slug() + "_" + id.number();
  }
}
