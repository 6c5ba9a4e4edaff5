package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonsregistry.classification.Explanation.PlaceExplained;

/**
 * What somebody would have to find out, where the same is asked in several places once.
 *
 * @param places in words
 * @param waits whether nothing is decided there for want of the answers
 * @param first the questions most often asked
 * @param more the others
 */
public record OpenQuestions(
    String places, boolean waits, List<Question> first, List<Question> more) {
  private static final int FIRST = 3;

  /**
   * @param asks what to find out
   * @param rules that it would help to decide
   */
  public record Question(String asks, List<Linked> rules) {}

  static List<OpenQuestions> of(Page page, ShownVerdict shown) {
    var alike = new LinkedHashMap<List<Object>, List<PlaceExplained>>();
    for (var place : shown.explanation().places()) {
      if (!place.missing().isEmpty()) {
        alike
            .computeIfAbsent(List.of(waits(place), place.missing()), key -> new ArrayList<>())
            .add(place);
      }
    }
    return alike.values().stream().map(places -> told(page, shown, places)).toList();
  }

  private static boolean waits(PlaceExplained place) {
    return place.basis().equals("nothing-fired");
  }

  /** Facts that are found out by the same question are asked for once. */
  private static OpenQuestions told(Page page, ShownVerdict shown, List<PlaceExplained> places) {
    var words = new VerdictWords(page);
    var rules = new LinkedHashMap<String, Set<String>>();
    for (var missing : places.getFirst().missing()) {
      rules.computeIfAbsent(missing.asks(), asks -> new TreeSet<>()).addAll(missing.rules());
    }
    var questions =
        rules.entrySet().stream()
            .map(entry -> new Question(entry.getKey(), linked(words, shown, entry.getValue())))
            .toList();
    var waits = waits(places.getFirst());
    var cut = waits ? Math.min(FIRST, questions.size()) : 0;
    return new OpenQuestions(
        words.places(places),
        waits,
        questions.subList(0, cut),
        questions.subList(cut, questions.size()));
  }

  private static List<Linked> linked(VerdictWords words, ShownVerdict shown, Set<String> rules) {
    return rules.stream()
        .flatMap(id -> shown.verdict().ruleset().rule(id).stream())
        .map(rule -> new Linked(words.title(rule), "/rules/" + rule.id()))
        .toList();
  }
}
