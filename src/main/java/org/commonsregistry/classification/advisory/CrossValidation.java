package org.commonsregistry.classification.advisory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every measured example answered by a model that never saw its group, with a confidence from a
 * calibration that never saw it either. The {@value #FOLDS} parts are fixed by SHA-256 of the
 * group's name.
 *
 * @param answers in the order of the examples
 * @param calibration on all answers, for the model that learns from everything
 */
record CrossValidation(List<Answer> answers, Calibration calibration) {
  static final int FOLDS = 5;

  /**
   * @param confidences by label
   */
  record Answer(Example example, Map<String, Double> confidences) {
    boolean right(String label) {
      return example.labels().contains(label);
    }
  }

  private record Scored(Example example, int fold, Map<String, Double> scores) {}

  /**
   * @param offered the labels that may be answered; empty for all
   */
  static CrossValidation of(String name, List<Example> examples, Set<String> offered) {
    var scored = new ArrayList<Scored>();
    for (var fold = 0; fold < FOLDS; fold++) {
      var held = fold;
      var model =
          MaxentTraining.train(
              name, examples.stream().filter(e -> fold(e.group()) != held).toList());
      for (var example : examples) {
        if (example.measured() && fold(example.group()) == fold) {
          scored.add(new Scored(example, fold, scores(model, example.words(), offered)));
        }
      }
    }
    var answers = new ArrayList<Answer>();
    for (var fold = 0; fold < FOLDS; fold++) {
      var held = fold;
      var others =
          Calibration.fitted(outcomes(scored.stream().filter(s -> s.fold() != held).toList()));
      for (var answer : scored) {
        if (answer.fold() == fold) {
          var confidences = new TreeMap<String, Double>();
          answer.scores().forEach((l, score) -> confidences.put(l, others.confidence(score)));
          answers.add(new Answer(answer.example(), confidences));
        }
      }
    }
    return new CrossValidation(answers, Calibration.fitted(outcomes(scored)));
  }

  private static Map<String, Double> scores(TextModel model, Words words, Set<String> offered) {
    var scores = new TreeMap<String, Double>();
    var raw = model.scores(words);
    for (var i = 0; i < raw.length; i++) {
      var label = model.outcomes().get(i);
      if (offered.isEmpty() || offered.contains(label)) {
        scores.put(label, raw[i]);
      }
    }
    return scores;
  }

  private static List<Calibration.Outcome> outcomes(List<Scored> scored) {
    var outcomes = new ArrayList<Calibration.Outcome>();
    for (var answer : scored) {
      answer
          .scores()
          .forEach(
              (label, score) ->
                  outcomes.add(
                      new Calibration.Outcome(score, answer.example().labels().contains(label))));
    }
    return outcomes;
  }

  /** -1 for what is always learned from. */
  private static int fold(String group) {
    return group.isEmpty()
        ? -1
        : (TrainingSources.sha256().digest(group.getBytes(StandardCharsets.UTF_8))[0] & 0xFF)
            % FOLDS;
  }

  /**
   * The confidence, from the least on, at which this share of the answers is right; at most 0.95.
   */
  double threshold(double precision, int leastHundredths) {
    for (var hundredths = leastHundredths; hundredths < 95; hundredths += 5) {
      var tally = Tally.of(answers, hundredths / 100.0);
      if (tally.given() > 0 && tally.precision() >= precision) {
        return hundredths / 100.0;
      }
    }
    return 0.95;
  }
}
