package org.commonsregistry.ruleset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a ruleset, on disk or inside the registry's own archive. */
final class RulesetFolder {
  private static final int MOST_FILES = 500;

  private final List<Source> sources = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private RulesetFolder() {}

  static RulesetFolder of(Path folder) throws IOException {
    var found = new RulesetFolder();
    found.addAll(folder, "");
    found.addAll(folder.resolve("rules"), "rules/");
    return found;
  }

  static RulesetFolder onClassPath(String folder) {
    var manifest = RulesetFolder.class.getResource(folder + "/ruleset.yaml");
    if (manifest == null) {
      throw new IllegalArgumentException("there is no ruleset " + folder);
    }
    try {
      return at(manifest.toURI());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource has an address", e);
    }
  }

  /**
   * @param manifest where {@code ruleset.yaml} is, as file or {@code jar:…!/…}
   */
  static RulesetFolder at(URI manifest) throws IOException {
    if (!manifest.getScheme().equals("jar")) {
      return of(Path.of(manifest.resolve(".")));
    }
    var parts = manifest.toString().substring("jar:".length()).split("!", 2);
    try (var archive = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
      return of(archive.getPath(parts[1].substring(0, parts[1].lastIndexOf('/'))));
    }
  }

  Reading read() {
    return faults.isEmpty() ? RulesetReader.read(sources) : new Reading.Refused(faults);
  }

  private void addAll(Path folder, String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var paths = Files.list(folder)) {
      paths
          .filter(path -> path.getFileName().toString().endsWith(".yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(MOST_FILES)
          .forEach(path -> add(path, prefix + path.getFileName()));
    }
  }

  private void add(Path file, String name) {
    try {
      if (Files.size(file) > RulesetReader.LARGEST) {
        faults.add(
            new Fault(
                name,
                0,
                0,
                "The file has "
                    + Files.size(file)
                    + " bytes; a ruleset has at most "
                    + RulesetReader.LARGEST
                    + " in all.",
                "Split it into rulesets, or shorten it."));
      } else {
        sources.add(new Source(name, Files.readString(file)));
      }
    } catch (MalformedInputException e) {
      faults.add(new Fault(name, 0, 0, "The file is not UTF-8.", "Save it as UTF-8."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
