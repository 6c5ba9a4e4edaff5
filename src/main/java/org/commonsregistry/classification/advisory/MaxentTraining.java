package org.commonsregistry.classification.advisory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Learns a {@link TextModel}: L-BFGS on one thread from a zero start, no randomness. An example
 * with two labels is shown once for each.
 */
final class MaxentTraining {
  private static final int ITERATIONS = 60;
  private static final double L2 = 1;

  /** Weights below this many hundredths decide nothing and are dropped. */
  private static final int SMALLEST = 3;

  /** The strongest weights of a word that are kept. */
  private static final int STRONGEST = 8;

  private MaxentTraining() {}

  /** Not yet calibrated. */
  static TextModel train(String name, List<Example> examples) {
    var rarities = rarities(examples);
    var outcomes = new TreeSet<String>();
    examples.forEach(example -> outcomes.addAll(example.labels()));
    var names = List.copyOf(outcomes);
    var learned = learned(examples, rarities);
    var terms = new TreeMap<String, TextModel.Term>();
    var words = learned.words();
    for (var word : words.keySet()) {
      var weights = new ArrayList<Map.Entry<Integer, Integer>>();
      for (var i = 0; i < names.size(); i++) {
        var raw = learned.weight(word, names.get(i));
        var weight = (int) Math.round(raw * TextModel.PARTS);
        if (Math.abs(weight) >= SMALLEST) {
          weights.add(Map.entry(i, weight));
        }
      }
      weights.sort(
          Comparator.<Map.Entry<Integer, Integer>>comparingInt(w -> -Math.abs(w.getValue()))
              .thenComparing(Map.Entry::getKey));
      var kept = new TreeMap<Integer, Integer>();
      weights.stream().limit(STRONGEST).forEach(w -> kept.put(w.getKey(), w.getValue()));
      if (!kept.isEmpty()) {
        terms.put(word, new TextModel.Term(rarities.getOrDefault(word, 0), kept));
      }
    }
    return new TextModel(name, names, terms, new Calibration(List.of()), 1);
  }

  private static Map<String, Integer> rarities(List<Example> examples) {
    var counts = new TreeMap<String, Integer>();
    for (var example : examples) {
      example.words().weights().keySet().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    var rarities = new TreeMap<String, Integer>();
    counts.forEach(
        (word, count) -> {
          var rarity = StrictMath.log((double) examples.size() / count);
          rarities.put(word, (int) Math.round(rarity * TextModel.PARTS));
        });
    return rarities;
  }

  private record Learned(Map<String, Context> words, Map<String, Integer> outcomes) {
    double weight(String word, String outcome) {
      var context = words.get(word);
      var number = outcomes.get(outcome);
      return context == null || number == null ? 0 : context.getParameters()[number];
    }
  }

  private static Learned learned(List<Example> examples, Map<String, Integer> rarities) {
    var events = new ArrayList<Event>();
    for (var example : examples) {
      var input = TextModel.Input.of(example.words(), rarities);
      for (var label : example.labels()) {
        events.add(new Event(label, input.words(), input.values()));
      }
    }
    var parameters = new TrainingParameters();
    parameters.put("Cutoff", 1);
    parameters.put("sort", false);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    try {
      var indexer = new OnePassRealValueDataIndexer();
      indexer.init(parameters, new HashMap<>());
      indexer.index(ObjectStreamUtils.createObjectStream(events));
      var trainer = new QNTrainer();
      trainer.init(parameters, new HashMap<>());
      return learned(trainer.trainModel(ITERATIONS, indexer), indexer.getPredLabels());
    } catch (IOException e) {
      throw new UncheckedIOException("the examples are in memory", e);
    }
  }

  private static Learned learned(AbstractModel model, String[] words) {
    var contexts = (Context[]) model.getDataStructures()[0];
    var byWord = new TreeMap<String, Context>();
    for (var i = 0; i < words.length; i++) {
      byWord.put(words[i], contexts[i]);
    }
    var outcomes = new TreeMap<String, Integer>();
    for (var i = 0; i < model.getNumOutcomes(); i++) {
      outcomes.put(model.getOutcome(i), i);
    }
    return new Learned(byWord, outcomes);
  }
}
