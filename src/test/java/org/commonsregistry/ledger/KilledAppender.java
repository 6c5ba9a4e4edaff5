package org.commonsregistry.ledger;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.commonsregistry.rdf.CanonicalQuads;

/** A process that appends, notes what it was answered, and dies at once without any clean-up. */
final class KilledAppender {
  private KilledAppender() {}

  /** Arguments: home, file for the last number answered. */
  public static void main(String[] arguments) throws Exception {
    var context =
        ApplicationContext.builder()
            .banner(false)
            .properties(Map.of("commons.home", arguments[0]))
            .start();
    var ledger = context.getBean(Ledger.class);
    var last = 0L;
    for (var n = 0; n < 20; n++) {
      var draft =
          Draft.of(
              new EntryKind("test.happened"),
              "urn:commons:test:" + n,
              Actor.REGISTRY,
              CanonicalQuads.EMPTY);
      if (ledger.append(draft) instanceof Recorded.Done done) {
        last = done.entry().sequence();
      }
    }
    Files.writeString(Path.of(arguments[1]), Long.toString(last));
    Runtime.getRuntime().halt(137);
  }
}
