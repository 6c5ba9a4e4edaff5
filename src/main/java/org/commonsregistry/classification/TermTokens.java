package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.ruleset.Zone;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.Use;

/**
 * Zone and permissions of a dataset as short tokens that an index can filter by: {@code
 * DE/zone=commons}, {@code DE/train:commercial} (allowed), {@code DE/train!share-alike} (a duty
 * that comes with it). The prefix is a country, {@code *} for a country of which nothing special is
 * known, or {@code headline}. A country is only written out, with the mark {@code DE/}, when it
 * differs from {@code *}. Thread-safe.
 */
@Singleton
public final class TermTokens {
  public static final String HEADLINE = VerdictDocument.HEADLINE;
  public static final String ANYWHERE = "*";
  private static final int REMEMBERED = 4_000;

  private final Classifier classifier;
  private final Permissions permissions;
  private final SignalReadings signals;
  private final Rulesets rulesets;
  private final Map<List<Object>, Set<String>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<Object>, Set<String>> eldest) {
              return size() > REMEMBERED;
            }
          });

  TermTokens(
      Classifier classifier, Permissions permissions, SignalReadings signals, Rulesets rulesets) {
    this.classifier = classifier;
    this.permissions = permissions;
    this.signals = signals;
    this.rulesets = rulesets;
  }

  /**
   * @param zone of the headline; empty before a ruleset is adopted
   */
  public record Tokens(Optional<Zone> zone, Set<String> tokens) {}

  /** Of a standing version, today. */
  public Tokens of(Dataset dataset, long sequence) {
    return rulesets
        .current()
        .map(adopted -> of(dataset, sequence, adopted.ruleset(), classifier.today()))
        .orElse(new Tokens(Optional.empty(), Set.of()));
  }

  Tokens of(Dataset dataset, long sequence, Ruleset ruleset, LocalDate date) {
    var at = classifier.horizon(dataset, sequence);
    var headline = classifier.judge(dataset, at, Optional.empty(), date, ruleset);
    var all = new TreeSet<String>();
    add(all, HEADLINE, row(dataset, headline));
    var anywhere =
        row(
            dataset,
            headline
                .only(Place.ANYWHERE)
                .orElseGet(
                    () ->
                        classifier.judge(dataset, at, Optional.of(Place.ANYWHERE), date, ruleset)));
    add(all, ANYWHERE, anywhere);
    for (var place : places(dataset, headline)) {
      var here =
          row(
              dataset,
              headline
                  .only(place)
                  .orElseGet(
                      () -> classifier.judge(dataset, at, Optional.of(place), date, ruleset)));
      if (!here.equals(anywhere)) {
        all.add(place.code() + "/");
        add(all, place.code(), here);
      }
    }
    return new Tokens(Optional.of(headline.zone()), all);
  }

  /** Where the dataset, or anything it was made from, may be judged otherwise than elsewhere. */
  private Set<Place> places(Dataset dataset, Verdict headline) {
    var rules = PlaceRules.of(headline.ruleset());
    var places = new TreeSet<>(rules.placesFor(headline.facts()));
    classifier
        .ancestors(dataset, headline.sequence(), headline.ruleset())
        .forEach(facts -> places.addAll(rules.placesFor(facts)));
    return places;
  }

  private static void add(Set<String> all, String prefix, Set<String> row) {
    row.forEach(token -> all.add(prefix + "/" + token));
  }

  /** Datasets whose terms are stated alike and judged alike have the same tokens. */
  private Set<String> row(Dataset dataset, Verdict verdict) {
    if (!verdict.parents().isEmpty()) {
      return computed(dataset, verdict); // depends on what is said about others
    }
    var alike = new ArrayList<>();
    verdict
        .judgements()
        .forEach(
            judgement -> {
              alike.add(judgement.place());
              alike.add(judgement.zone());
              alike.add(judgement.status());
            });
    dataset
        .licences()
        .forEach(
            licence ->
                alike.add(
                    List.of(licence.text(), licence.iri(), licence.role(), licence.covers())));
    verdict.evidence().stream()
        .filter(e -> TermStatements.PREFERENCES.contains(e.fact()))
        .forEach(e -> alike.add(List.of(e.fact(), e.value())));
    for (var reading : signals.of(dataset)) {
      var late = reading.source().when().filter(when -> when.isAfter(verdict.date()));
      reading.preferences().forEach(it -> alike.add(List.of(it.wishes(), late.isPresent())));
    }
    return known.computeIfAbsent(alike, key -> computed(dataset, verdict));
  }

  private Set<String> computed(Dataset dataset, Verdict verdict) {
    var asked = permissions.about(dataset, verdict);
    var tokens = new TreeSet<String>();
    tokens.add("zone=" + verdict.zone().token());
    for (var use : Use.values()) {
      var anyone = asked.of(use, Party.ANYONE);
      if (anyone.answer().allows()) {
        tokens.add(use.token() + ":" + Actor.ANYONE.token());
        anyone.duties().forEach(duty -> tokens.add(use.token() + "!" + duty.token()));
        continue;
      }
      for (var actor : Actor.values()) {
        var permission = asked.of(use, Party.of(actor));
        if (permission.answer().allows()) {
          tokens.add(use.token() + ":" + actor.token());
          permission.duties().forEach(duty -> tokens.add(use.token() + "!" + duty.token()));
        }
      }
    }
    return Set.copyOf(tokens);
  }
}
