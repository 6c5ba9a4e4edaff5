package org.commonsregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
  @Test
  void whatWasAnsweredIsThereAfterTheProcessDied(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (var home = new TestHome()) {
      var noted = folder.resolve("answered");
      var exit =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty(
                          "surefire.test.class.path", System.getProperty("java.class.path")),
                      KilledAppender.class.getName(),
                      home.folder().toString(),
                      noted.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      assertThat(exit).isEqualTo(137);
      var answered = Long.parseLong(Files.readString(noted));
      assertThat(answered).isEqualTo(20);
      try (var context = home.open()) {
        var ledger = context.getBean(Ledger.class);
        assertThat(ledger.head()).isEqualTo(answered);
        assertThat(ledger.after(0, 100)).hasSize(20);
      }
    }
  }
}
