package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ruleset.Consequence;
import org.commonsregistry.ruleset.FactValue;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.terms.TermWords;
import org.jspecify.annotations.Nullable;

/** Puts verdicts into words. Thread-safe. */
@Singleton
public final class Explanations {
  private final Datasets datasets;
  private final SignalReadings signals;

  Explanations(Datasets datasets, SignalReadings signals) {
    this.datasets = datasets;
    this.signals = signals;
  }

  /**
   * @param language {@code de} for German, else English
   */
  public Explanation of(Verdict verdict, String language) {
    var dataset = datasets.asOf(verdict.dataset(), verdict.sequence()).map(DatasetVersion::dataset);
    var contest = dataset.map(its -> contest(its, verdict)).orElse(null);
    return new Explanation(
        verdict.dataset().slug(),
        verdict.place().map(place -> place.code()).orElse(VerdictDocument.HEADLINE),
        verdict.date().toString(),
        verdict.zone().token(),
        verdict.judgements().stream()
            .map(judgement -> explained(judgement, verdict.ruleset(), language))
            .toList(),
        verdict.evidence(),
        verdict.parents().stream()
            .map(
                parent ->
                    new Explanation.Lineal(
                        parent.name(),
                        parent.known() ? parent.name() : null,
                        parent.zones().stream().map(zone -> zone.token()).toList()))
            .toList(),
        dataset.map(signals::of).orElse(List.of()).stream()
            .map(reading -> explained(reading, TermWords.in(language)))
            .toList(),
        verdict.judgements().stream()
            .flatMap(judgement -> judgement.nextChange().stream())
            .min(Comparator.comparing(Judgement.Change::on))
            .map(change -> new Explanation.Change(change.on().toString(), change.zone().token()))
            .orElse(null),
        contest,
        verdict.ruleset().version(),
        verdict.ruleset().hash().hex(),
        verdict.factsHash(),
        VerdictDocument.hash(verdict));
  }

  private static Explanation.Signal explained(SignalReadings.Reading reading, TermWords words) {
    var signal = reading.signal();
    return new Explanation.Signal(
        signal.signal(),
        signal.raw(),
        signal.carrier(),
        reading.source().by(),
        reading.source().where(),
        reading.source().when().map(Object::toString).orElse(""),
        reading.preferences().stream()
            .flatMap(preference -> preference.wishes().stream())
            .map(words::of)
            .distinct()
            .toList(),
        reading.preferences().stream()
            .flatMap(preference -> preference.notes().stream())
            .map(words::of)
            .distinct()
            .toList(),
        reading.reservation().isPresent());
  }

  private static Explanation.PlaceExplained explained(
      Judgement judgement, Ruleset ruleset, String language) {
    return new Explanation.PlaceExplained(
        judgement.place().code(),
        judgement.zone().token(),
        judgement.status().token(),
        judgement.ground().token(),
        judgement.fired().stream()
            .map(fired -> explained(fired.rule(), fired.factsUsed(), language))
            .toList(),
        judgement.overridden().stream().map(rule -> explained(rule, Map.of(), language)).toList(),
        judgement.ground() instanceof Judgement.Ground.Conflict conflict
            ? conflict.rules().stream().map(Rule::id).toList()
            : List.of(),
        missing(judgement, ruleset, language),
        judgement
            .nextChange()
            .map(change -> new Explanation.Change(change.on().toString(), change.zone().token()))
            .orElse(null));
  }

  private static Explanation.RuleExplained explained(
      Rule rule, Map<String, FactValue> facts, String language) {
    var used = new TreeMap<String, String>();
    facts.forEach((name, value) -> used.put(name, String.join(", ", value.texts())));
    return new Explanation.RuleExplained(
        rule.id(),
        rule.layer().token(),
        rule.title().in(language),
        rule.says().in(language),
        switch (rule.then()) {
          case Consequence.OfStatus status -> status.token();
          case Consequence.OfZone zone -> zone.token();
        },
        rule.basis().cite(),
        rule.basis().url().orElse(null),
        used);
  }

  /** A fact that would decide several rules is named once, with all of them. */
  private static List<Explanation.Missing> missing(
      Judgement judgement, Ruleset ruleset, String language) {
    var rules = new LinkedHashMap<String, TreeSet<String>>();
    for (var open : judgement.undecided()) {
      for (var fact : open.missing()) {
        rules.computeIfAbsent(fact, f -> new TreeSet<>()).add(open.rule().id());
      }
    }
    var missing = new ArrayList<Explanation.Missing>();
    rules.forEach(
        (fact, its) ->
            ruleset
                .vocabulary()
                .find(fact)
                .ifPresent(
                    known ->
                        missing.add(
                            new Explanation.Missing(
                                fact, known.asks().in(language), List.copyOf(its)))));
    missing.sort(Comparator.comparing(one -> -one.rules().size()));
    return missing;
  }

  /** Disputes are told whenever there are any; they decide nothing by themselves. */
  private static Explanation.@Nullable Contest contest(Dataset dataset, Verdict verdict) {
    var decision =
        verdict.evidence().stream().filter(e -> e.fact().equals("communityDecision")).findFirst();
    if (dataset.disputes().isEmpty() && decision.isEmpty()) {
      return null;
    }
    var positions = new ArrayList<Explanation.Position>();
    for (var dispute : dataset.disputes()) {
      var source = dataset.sources().get(dispute.source());
      positions.add(
          new Explanation.Position(
              dispute.says(),
              source == null ? "" : source.by(),
              source == null ? "" : source.where()));
    }
    return new Explanation.Contest(
        positions,
        decision.map(Evidence::value).orElse(null),
        decision.map(Evidence::by).orElse(null));
  }
}
