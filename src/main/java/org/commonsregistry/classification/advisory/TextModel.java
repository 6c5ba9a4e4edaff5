package org.commonsregistry.classification.advisory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

/**
 * One maximum-entropy model with what belongs to it. Its text form holds whole numbers only, so the
 * same model is the same bytes everywhere. Thread-safe.
 */
final class TextModel {
  /** Weights and rarities are kept in hundredths. */
  static final int PARTS = 100;

  private static final float SCALE = 20;

  private final String name;
  private final List<String> outcomes;
  private final SortedMap<String, Term> terms;
  private final Calibration calibration;
  private final double threshold;
  private final QNModel maxent;

  /**
   * @param rarity inverse document frequency, in hundredths
   * @param weights in hundredths, by the number of the outcome
   */
  record Term(int rarity, SortedMap<Integer, Integer> weights) {}

  TextModel(
      String name,
      List<String> outcomes,
      SortedMap<String, Term> terms,
      Calibration calibration,
      double threshold) {
    this.name = name;
    this.outcomes = List.copyOf(outcomes);
    this.terms = terms;
    this.calibration = calibration;
    this.threshold = threshold;
    var contexts = new ArrayList<Context>();
    for (var term : terms.values()) {
      contexts.add(
          new Context(
              term.weights().keySet().stream().mapToInt(Integer::intValue).toArray(),
              term.weights().values().stream().mapToDouble(w -> (double) w / PARTS).toArray()));
    }
    this.maxent =
        new QNModel(
            contexts.toArray(Context[]::new),
            terms.keySet().toArray(String[]::new),
            outcomes.toArray(String[]::new));
  }

  /** The same, calibrated on held-out answers. */
  TextModel calibrated(Calibration newCalibration, double newThreshold) {
    return new TextModel(name, outcomes, terms, newCalibration, newThreshold);
  }

  List<String> outcomes() {
    return outcomes;
  }

  Calibration calibration() {
    return calibration;
  }

  /** No answer with less confidence is given. */
  double threshold() {
    return threshold;
  }

  int size() {
    return terms.size();
  }

  /** How many of the words it knows. */
  long known(Words words) {
    return words.weights().keySet().stream().filter(terms::containsKey).count();
  }

  /** The raw scores by outcome, summing to 1. */
  double[] scores(Words words) {
    var rarities = new HashMap<String, Integer>();
    for (var word : words.weights().keySet()) {
      var term = terms.get(word);
      if (term != null) {
        rarities.put(word, term.rarity());
      }
    }
    var input = Input.of(words, rarities);
    return maxent.eval(input.words(), input.values());
  }

  double confidence(double score) {
    return calibration.confidence(score);
  }

  /**
   * Words weighted by rarity, then scaled to one length, so that a long text says no more than a
   * short one. Words without a rarity are left out.
   */
  record Input(String[] words, float[] values) {
    static Input of(Words text, Map<String, Integer> rarities) {
      var words = text.weights().keySet().stream().filter(rarities::containsKey).toList();
      var values = new float[words.size()];
      var square = 0.0;
      for (var i = 0; i < values.length; i++) {
        var word = words.get(i);
        values[i] = text.weights().getOrDefault(word, 0f) * rarities.getOrDefault(word, 0) / PARTS;
        square += values[i] * values[i];
      }
      var factor = square == 0 ? 0 : (float) (SCALE / Math.sqrt(square));
      for (var i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
      return new Input(words.toArray(String[]::new), values);
    }
  }

  void write(StringBuilder out) {
    out.append("model\t").append(name).append('\n');
    out.append("threshold\t").append(number(threshold, 2)).append('\n');
    out.append("outcomes\t").append(String.join("\t", outcomes)).append('\n');
    out.append("calibration");
    for (var step : calibration.steps()) {
      out.append('\t').append(number(step.score(), 4));
      out.append(':').append(number(step.confidence(), 2));
    }
    out.append('\n');
    terms.forEach(
        (word, term) -> {
          out.append(word).append('\t').append(term.rarity());
          term.weights().forEach((o, w) -> out.append('\t').append(o).append(':').append(w));
          out.append('\n');
        });
    out.append('\n');
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Reads what {@link #write} wrote, up to its empty line. */
  static TextModel read(Iterator<String> lines) {
    var name = fields(lines.next()).getLast();
    var threshold = Double.parseDouble(fields(lines.next()).getLast());
    var outcomes = fields(lines.next());
    var steps = new ArrayList<Calibration.Step>();
    for (var step : fields(lines.next()).stream().skip(1).toList()) {
      var colon = step.indexOf(':');
      steps.add(
          new Calibration.Step(
              Double.parseDouble(step.substring(0, colon)),
              Double.parseDouble(step.substring(colon + 1))));
    }
    var terms = new TreeMap<String, Term>();
    for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
      var fields = fields(line);
      var weights = new TreeMap<Integer, Integer>();
      for (var weight : fields.subList(2, fields.size())) {
        var colon = weight.indexOf(':');
        weights.put(
            Integer.parseInt(weight.substring(0, colon)),
            Integer.parseInt(weight.substring(colon + 1)));
      }
      terms.put(fields.getFirst(), new Term(Integer.parseInt(fields.get(1)), weights));
    }
    return new TextModel(
        name,
        outcomes.subList(1, outcomes.size()),
        terms,
        new Calibration(List.copyOf(steps)),
        threshold);
  }

  private static List<String> fields(String line) {
    return Arrays.asList(line.split("\t", -1));
  }
}
