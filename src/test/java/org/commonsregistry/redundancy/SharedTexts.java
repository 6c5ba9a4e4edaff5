package org.commonsregistry.redundancy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.commonsregistry.testing.SharedData;

/** The real texts that lie beside the repository, one after another. */
final class SharedTexts {
  static final List<String> ARCHIVES =
      List.of("us-sotu+moby-dick", "kjv+jargon+devils-dictionary", "de-gesetze");

  private SharedTexts() {}

  static void all(BiConsumer<String, String> reader) throws IOException {
    for (var archive : ARCHIVES) {
      of(archive, reader);
    }
  }

  /** Names and contents; the test skips where they are absent. */
  static void of(String archive, BiConsumer<String, String> reader) throws IOException {
    var file = SharedData.file("text/" + archive + ".tar.zst");
    try (var packed = Files.newInputStream(file);
        var tar = new TarArchiveInputStream(new ZstdInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          reader.accept(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }
}
