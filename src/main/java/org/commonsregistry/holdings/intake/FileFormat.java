package org.commonsregistry.holdings.intake;

import java.util.Locale;
import java.util.Optional;

/** What a file of texts is, by its name. Compression is known by the first bytes. */
public enum FileFormat {
  TEXT(".txt"),
  MARKDOWN(".md"),
  JSON_LINES(".jsonl"),
  TAR(".tar"),
  ZIP(".zip"),
  PARQUET(".parquet");

  private final String suffix;

  FileFormat(String suffix) {
    this.suffix = suffix;
  }

  public static Optional<FileFormat> ofName(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    if (plain.endsWith(".tgz")) {
      return Optional.of(TAR);
    }
    for (var packing : new String[] {".gz", ".zst"}) {
      if (plain.endsWith(packing)) {
        plain = plain.substring(0, plain.length() - packing.length());
        break;
      }
    }
    for (var format : values()) {
      if (plain.endsWith(format.suffix)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** For people. */
  public static String expected() {
    return ".txt, .md, .jsonl, .tar (each also as .gz or .zst), .zip or .parquet";
  }
}
