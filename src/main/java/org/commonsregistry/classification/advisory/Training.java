package org.commonsregistry.classification.advisory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Learns both models from the project's folders, measures them and writes the model file and its
 * card. The same folders give the same bytes.
 */
public final class Training {
  private static final double WANTED_CATEGORY_PRECISION = 0.8;
  // Prose unlike the seed's is the rule elsewhere, so sentences need more than their precision
  // here.
  private static final double WANTED_TERMS_PRECISION = 0.9;

  private Training() {}

  /**
   * What was written.
   *
   * @param model the model file
   * @param card the model card, Markdown
   */
  public record Trained(byte[] model, String card) {}

  /**
   * @param project the folder that holds {@code data/seed}, {@code ontology} and {@code classifier}
   * @throws IOException when a source cannot be read
   */
  public static Trained train(Path project) throws IOException {
    var sources = TrainingSources.read(project);
    var subjects = CrossValidation.of("categories", sources.datasets(), Set.of());
    var terms = CrossValidation.of("terms", sources.sentences(), Set.of(TrainingSources.YES));
    var categoryModel =
        MaxentTraining.train("categories", sources.datasets())
            .calibrated(subjects.calibration(), subjects.threshold(WANTED_CATEGORY_PRECISION, 30));
    var termsModel =
        MaxentTraining.train("terms", sources.sentences())
            .calibrated(terms.calibration(), terms.threshold(WANTED_TERMS_PRECISION, 70));
    var file = AdviceModels.write(categoryModel, termsModel, sources.hash());
    var models = AdviceModels.read(file);
    return new Trained(
        file, ModelCard.of(sources, models, subjects.answers(), terms.answers(), file.length));
  }

  /** Both files into a folder, which is made when it is missing. */
  public static void write(Trained trained, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(AdviceModels.FILE), trained.model());
    Files.write(folder.resolve("MODEL_CARD.md"), trained.card().getBytes(StandardCharsets.UTF_8));
  }
}
