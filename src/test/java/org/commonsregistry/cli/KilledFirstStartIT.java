package org.commonsregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.commonsregistry.home.RunFile;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is killed while it loads the seed catalogue has all of it after its next start. */
class KilledFirstStartIT {

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 300})
  void theNextStartCompletesTheSeedAndDoublesNothing(int milliseconds) throws Exception {
    try (var home = new TestHome()) {
      try (var first = serve(home)) {
        awaitAddress(home, first);
        Thread.sleep(milliseconds); // where it is killed does not matter, only that it is
        first.kill();
      }
      try (var second = serve(home)) {
        second.awaitUp();
        var listed = new ObjectMapper().readTree(second.get("api/v1/datasets?limit=1").body());
        assertThat(listed.path("total").asLong()).isGreaterThan(300);
      }
      assertEachOnce(home);
    }
  }

  private static Running serve(TestHome home) throws IOException {
    return Running.start(
        home.folder(),
        Map.of("COMMONS_SEED", "true"),
        "serve",
        "--port",
        "0",
        "--home",
        home.folder().toString());
  }

  private static void awaitAddress(TestHome home, Running server) throws Exception {
    var deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (RunFile.read(home.folder().resolve("run")).isEmpty()) {
      assertThat(server.alive() && System.nanoTime() < deadline).as(server.output()).isTrue();
      Thread.sleep(5);
    }
  }

  private static void assertEachOnce(TestHome home) {
    try (var context = home.open(Map.of("commons.seed", false))) {
      var subjects =
          context.getBean(Ledger.class).after(0, 10_000).stream().map(Entry::subject).toList();
      assertThat(subjects).hasSizeGreaterThan(300).contains("urn:commons:seed");
      assertThat(new HashSet<>(subjects)).hasSameSizeAs(subjects);
    }
  }
}
