package org.commonsregistry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers that a person has read and approved, in {@code src/test/resources/approved}. Times of
 * this run are blotted out. {@code -Dapprove=true} writes what comes now; read the difference
 * before committing it.
 */
public final class Approved {
  private static final Path FOLDER = Path.of("src/test/resources/approved");

  private Approved() {}

  public static void check(String name, String answer) {
    var text =
        answer
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z", "(time)")
            .replaceAll("(?<=\"sdDatePublished\" : \")[^\"]+", "(time)")
            .replaceAll("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT", "(time)");
    var file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("approve")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(text).as("approved " + name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(name + " is not approved; read it, then run with -Dapprove=true", e);
    }
  }
}
