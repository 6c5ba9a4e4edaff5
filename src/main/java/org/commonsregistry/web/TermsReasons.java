package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.classification.Evidence;
import org.commonsregistry.classification.Explanation.PlaceExplained;
import org.commonsregistry.classification.Explanation.RuleExplained;
import org.commonsregistry.ruleset.FactType;

/**
 * Why a verdict is what it is, where the rules lead to the same in several places told once.
 *
 * @param places in words
 * @param zone token
 * @param status what law or licence say, in words
 * @param basis how the zone was arrived at
 * @param fired rules that count
 * @param overridden rules that fired and do not count
 */
public record TermsReasons(
    String places,
    String zone,
    String status,
    String basis,
    List<Reason> fired,
    List<Reason> overridden) {

  /**
   * A rule that fired.
   *
   * @param kind law and licence, policy, or order
   * @param leads to which status or zone
   * @param cite what it rests on
   */
  public record Reason(
      Linked title, String kind, String says, String leads, Linked cite, List<Ground> facts) {}

  /**
   * A fact that made a rule fire, with who says so.
   *
   * @param fact its name; empty when the value is a sentence
   */
  public record Ground(String fact, String value, List<Backing> backing) {}

  /**
   * @param words of the source, empty when they are the value itself
   */
  public record Backing(String words, Optional<Said> said) {}

  static List<TermsReasons> of(Page page, ShownVerdict shown, Categories categories) {
    var alike = new LinkedHashMap<List<Object>, List<PlaceExplained>>();
    for (var place : shown.explanation().places()) {
      alike.computeIfAbsent(whatCounts(place), key -> new ArrayList<>()).add(place);
    }
    var teller = new Teller(page, shown, categories);
    return alike.values().stream().map(teller::told).toList();
  }

  /** Everything but the place and the day of its next change. */
  private static List<Object> whatCounts(PlaceExplained place) {
    return List.of(
        place.zone(),
        place.status(),
        place.basis(),
        place.fired(),
        place.overridden(),
        place.conflict());
  }

  private record Teller(Page page, ShownVerdict shown, Categories categories) {

    TermsReasons told(List<PlaceExplained> places) {
      var words = new VerdictWords(page);
      var first = places.getFirst();
      return new TermsReasons(
          words.places(places),
          first.zone(),
          page.t("status." + first.status()),
          page.t("terms.basis." + first.basis()),
          first.fired().stream().map(this::reason).toList(),
          first.overridden().stream().map(this::reason).toList());
    }

    private Reason reason(RuleExplained rule) {
      return new Reason(
          new Linked(rule.title(), "/rules/" + rule.id()),
          page.t("terms.layer." + rule.layer()),
          rule.says(),
          rule.layer().equals("status")
              ? page.t("status." + rule.leadsTo())
              : page.t("zone." + rule.leadsTo()),
          Linked.outside(rule.cite(), Objects.requireNonNullElse(rule.url(), "")),
          rule.facts().entrySet().stream()
              .map(fact -> ground(fact.getKey(), fact.getValue()))
              .toList());
    }

    private Ground ground(String name, String values) {
      var words = FactWords.of(page, categories);
      var fact = shown.verdict().ruleset().vocabulary().find(name).orElseThrow();
      var truth = fact.type() == FactType.TRUTH;
      return new Ground(
          truth ? "" : words.name(fact),
          truth
              ? words.truth(fact, Boolean.parseBoolean(values))
              : words.allOf(
                  Arrays.stream(values.split(", ")).map(v -> words.value(name, v)).toList()),
          shown.explanation().evidence().stream()
              .filter(evidence -> evidence.fact().equals(name))
              .filter(evidence -> !evidence.by().isEmpty())
              .map(this::backing)
              .distinct()
              .toList());
    }

    private Backing backing(Evidence evidence) {
      return new Backing(
          evidence.said().equals(evidence.value()) ? "" : evidence.said(),
          Optional.of(
              new Said(
                  evidence.by(),
                  Linked.address(evidence.where()),
                  page.formats().date(evidence.when()))));
    }
  }
}
