package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is commons and why: the rules and what they rest on. Immutable, thread-safe. */
public final class Ruleset {
  private final Manifest manifest;
  private final FactVocabulary vocabulary;
  private final Parameters parameters;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final List<MustStay> mustStay;
  private final RulesetHash hash;
  private final List<Source> files;
  private final Judge judge;

  Ruleset(
      Manifest manifest,
      FactVocabulary vocabulary,
      Parameters parameters,
      List<Rule> rules,
      List<MustStay> mustStay,
      RulesetHash hash,
      List<Source> files) {
    this.manifest = manifest;
    this.vocabulary = vocabulary;
    this.parameters = parameters;
    rules.stream()
        .sorted(Comparator.comparing(Rule::id))
        .forEach(rule -> this.rules.put(rule.id(), rule));
    this.mustStay = List.copyOf(mustStay);
    this.hash = hash;
    this.files = files.stream().sorted(Comparator.comparing(Source::path)).toList();
    this.judge = new Judge(vocabulary, rules());
  }

  /** What {@code ruleset.yaml} says. */
  record Manifest(String name, String version, Wording title, HeadlinePolicy headline) {}

  public String name() {
    return manifest.name();
  }

  public String version() {
    return manifest.version();
  }

  public Wording title() {
    return manifest.title();
  }

  public RulesetHash hash() {
    return hash;
  }

  /** By id. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  public FactVocabulary vocabulary() {
    return vocabulary;
  }

  public Parameters parameters() {
    return parameters;
  }

  public HeadlinePolicy headline() {
    return manifest.headline();
  }

  public List<MustStay> mustStay() {
    return mustStay;
  }

  /** The files it was read from, by path. */
  public List<Source> files() {
    return files;
  }

  /** Never fails: a fact of the wrong type counts as not known, one of an unknown name as none. */
  public Judgement judge(Facts facts, Place place, LocalDate asOf, String itemIri) {
    return judge.judge(facts, place, asOf, itemIri);
  }

  /** What {@link #judge} comes to, without reasons and next change. */
  public Standing standing(Facts facts, Place place, LocalDate asOf, String itemIri) {
    var outcome = judge.outcome(facts, place, asOf, itemIri);
    return new Standing(outcome.zone(), outcome.ground() instanceof Judgement.Ground.Conflict);
  }

  /**
   * How an item stands in one place on one day.
   *
   * @param conflict whether rules that count lead to different zones
   */
  public record Standing(Zone zone, boolean conflict) {}

  /** The strictest judgement of the places that {@link #headline()} names. */
  public Headline headline(Facts facts, LocalDate asOf, String itemIri) {
    return judge.headline(headline().places(facts), facts, asOf, itemIri);
  }

  Judge judge() {
    return judge;
  }
}
