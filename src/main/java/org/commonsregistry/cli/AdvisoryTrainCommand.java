package org.commonsregistry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.commonsregistry.classification.advisory.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains and measures the advisory model from the project's folders. */
@Command(
    name = "train",
    description =
        "Train the model from data/seed, measure it on held-out parts, and write the model file and"
            + " its card. The same data give the same bytes.",
    mixinStandardHelpOptions = true)
final class AdvisoryTrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "Folder with data/seed, ontology and classifier (default: the current one).")
  private Path project = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: classifier/advisory of the project).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(project.resolve("data/seed"))) {
      throw new CannotRunException(
          "There is no folder data/seed in "
              + project.toAbsolutePath()
              + ". Run this in the project's folder, or name it with --project.");
    }
    var folder = out == null ? project.resolve("classifier/advisory") : out;
    spec.commandLine().getErr().println("Training and measuring; this takes about half a minute.");
    Training.write(Training.train(project), folder);
    spec.commandLine().getOut().println("Wrote advice.model and MODEL_CARD.md into " + folder);
    return Commons.DONE;
  }
}
