package org.commonsregistry.catalog.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads the text files of a class-path folder, whether it lies in a jar or on disk. */
public final class ClassPathFolder {
  private ClassPathFolder() {}

  /** File names with their contents, sorted by name; empty when there is no such folder. */
  public static Map<String, String> texts(String folder, String suffix) {
    var url = ClassPathFolder.class.getResource("/" + folder);
    if (url == null) {
      return Map.of();
    }
    try {
      var uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return texts(Path.of(uri), suffix);
      }
      var parts = uri.toString().split("!", 2);
      try (var jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
        return texts(jar.getPath(parts[1]), suffix);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(Path folder, String suffix) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = String.valueOf(file.getFileName());
        if (name.endsWith(suffix)) {
          texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }
}
