package org.commonsregistry.terms.licence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a tab-separated file of this package; lines that begin with a hash are comments. */
final class Table {
  private Table() {}

  static List<String[]> rows(String file) {
    try (InputStream in = Table.class.getResourceAsStream("/licences/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file licences/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
