package org.commonsregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as google-java-format writes it. {@code mvn test -Dtest=FormattingTest
 * -Dformat.apply=true} makes it so.
 */
class FormattingTest {
  private static final Formatter FORMATTER = new Formatter();

  @Test
  void everyJavaFileIsFormatted() throws IOException {
    var apply = Boolean.getBoolean("format.apply");
    var unformatted = new ArrayList<Path>();
    for (var file : javaFiles()) {
      var before = Files.readString(file);
      var after = formatted(file, before);
      if (!before.equals(after)) {
        if (apply) {
          Files.writeString(file, after);
        } else {
          unformatted.add(file);
        }
      }
    }
    assertThat(unformatted).as("run: mvn test -Dtest=FormattingTest -Dformat.apply=true").isEmpty();
  }

  private static String formatted(Path file, String source) {
    try {
      var tidy = RemoveUnusedImports.removeUnusedImports(source);
      tidy = ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.GOOGLE);
      return FORMATTER.formatSource(tidy);
    } catch (FormatterException e) {
      throw new AssertionError(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
