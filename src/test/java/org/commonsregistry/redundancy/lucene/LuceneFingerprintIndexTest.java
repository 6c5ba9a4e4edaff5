package org.commonsregistry.redundancy.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonsregistry.home.Home;
import org.commonsregistry.redundancy.FingerprintIndex;
import org.commonsregistry.redundancy.FingerprintIndexContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded index keeps the promises, and survives damage to its files. */
class LuceneFingerprintIndexTest extends FingerprintIndexContract {
  @TempDir Path home;
  private LuceneFingerprintIndex index;

  @BeforeEach
  void open() {
    index = new LuceneFingerprintIndex(new Home(home.toString()));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Override
  protected FingerprintIndex index() {
    return index;
  }

  @Override
  protected FingerprintIndex reopened() {
    try {
      index.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    open();
    return index;
  }

  @Test
  void aTornIndexStartsEmptyAndIsFilledAnew() throws IOException {
    put(index, 3, ONE, text(0, 1, 2));
    index.close();
    try (var files = Files.list(home.resolve("fingerprints"))) {
      for (var file :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    open();
    assertThat(index.reached()).isZero();
    put(index, 3, ONE, text(0, 1, 2));
    assertThat(find(index, 1)).hasSize(1);
  }
}
