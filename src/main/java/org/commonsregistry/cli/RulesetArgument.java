package org.commonsregistry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.commonsregistry.ruleset.Fault;
import org.commonsregistry.ruleset.Reading;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetReader;

/** A ruleset as it is named on the command line: a folder, or a version that comes with it. */
final class RulesetArgument {
  static final String FOUNDING = "2026.1";

  private RulesetArgument() {}

  static Reading read(String name) throws IOException {
    var folder = Path.of(name);
    if (Files.isDirectory(folder)) {
      return RulesetReader.readFolder(folder);
    }
    if (name.matches("[0-9]{4}\\.[0-9]{1,4}")
        && RulesetReader.class.getResource("/classifier/" + name + "/ruleset.yaml") != null) {
      return RulesetReader.readClassPath("/classifier/" + name);
    }
    throw new CannotRunException(
        "'"
            + name
            + "' is neither a folder nor a ruleset that comes with this software, such as "
            + FOUNDING
            + ".");
  }

  /** Where a ruleset is needed to go on. */
  static Ruleset accepted(String name) throws IOException {
    return switch (read(name)) {
      case Reading.Accepted(var ruleset) -> ruleset;
      case Reading.Refused(var faults) ->
          throw new CannotRunException(
              faults.stream()
                  .map(Fault::toString)
                  .collect(Collectors.joining("\n", "The ruleset " + name + " is refused:\n", "")));
    };
  }
}
