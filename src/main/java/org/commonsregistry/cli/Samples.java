package org.commonsregistry.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts of a person's own, read for a check. They leave this process as sketches only. */
final class Samples {
  private static final long LARGEST = 200_000_000;
  private static final long LARGEST_TOGETHER = 400_000_000;

  private Samples() {}

  record Sample(Path file, String text) {}

  static List<Sample> read(List<Path> files) throws IOException {
    var samples = new ArrayList<Sample>();
    long together = 0;
    for (var file : files) {
      if (!Files.isRegularFile(file)) {
        throw new CannotRunException("There is no file " + file + ".");
      }
      long size = Files.size(file);
      together += size;
      if (size > LARGEST || together > LARGEST_TOGETHER) {
        throw new CannotRunException(
            file
                + " is more than a check takes ("
                + LARGEST / 1_000_000
                + " MB a file, "
                + LARGEST_TOGETHER / 1_000_000
                + " MB together). Check a part of it, such as some thousand documents chosen at"
                + " random; the range in the answer says how much that tells.");
      }
      samples.add(new Sample(file, text(file)));
    }
    return samples;
  }

  /** Bytes that are no UTF-8 only separate words, as long as there are few. */
  private static String text(Path file) throws IOException {
    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    long strange = text.chars().filter(c -> c == '\uFFFD').count();
    if (text.indexOf('\0') >= 0 || strange > text.length() / 100) {
      throw new CannotRunException(
          file + " is not a text file in UTF-8. Save it as plain text first.");
    }
    return text;
  }
}
