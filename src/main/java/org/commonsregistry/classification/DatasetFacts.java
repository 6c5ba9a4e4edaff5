package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.category.Categories;
import org.commonsregistry.category.Category;
import org.commonsregistry.ruleset.FactValue;
import org.commonsregistry.ruleset.FactVocabulary;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.terms.Source;

/**
 * The facts that the catalogue gives about a dataset, each with its evidence. Stated facts count as
 * stated; the licence follows from all licence statements together; category and kind follow from
 * the categories; whether training is reserved follows from signals. A stated fact that the
 * vocabulary does not know, or whose value does not fit, is left out. Thread-safe.
 */
@Singleton
final class DatasetFacts {
  /** What everything in a category is, beyond doubt. */
  private static final Map<String, String> KINDS =
      Map.of(
          "legislation", "law",
          "court-opinions", "judgment",
          "software-packages", "software");

  /** Never taken from whoever states them: they are concluded here from all statements. */
  private static final Set<String> CONCLUDED =
      Set.of("licence", "licenceFamily", "licenceConflict", "category", "parentZone");

  private static final String TRAINING_RESERVED = "trainingReserved";
  private static final int LONGEST_SAID = 1_000;

  private final Categories categories;
  private final SignalReadings signals;

  DatasetFacts(Categories categories, SignalReadings signals) {
    this.categories = categories;
    this.signals = signals;
  }

  /** Facts without those of the parents, which depend on place and date. */
  record Gathered(Facts facts, List<Evidence> evidence, EffectiveLicence licence) {
    List<Evidence> about(Set<String> names) {
      return evidence.stream().filter(e -> names.contains(e.fact())).toList();
    }
  }

  Gathered of(Dataset dataset, FactVocabulary vocabulary) {
    var gathering = new Gathering(dataset, vocabulary);
    gathering.stated();
    gathering.categories(categories);
    var licence = EffectiveLicence.of(dataset);
    gathering.licence(licence);
    gathering.reservations(signals.of(dataset));
    return new Gathered(Facts.of(gathering.values), List.copyOf(gathering.evidence), licence);
  }

  private static final class Gathering {
    private final Dataset dataset;
    private final FactVocabulary vocabulary;
    private final Map<String, FactValue> values = new TreeMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    Gathering(Dataset dataset, FactVocabulary vocabulary) {
      this.dataset = dataset;
      this.vocabulary = vocabulary;
    }

    void stated() {
      var byName = new TreeMap<String, Set<String>>();
      for (var fact : dataset.facts()) {
        if (!CONCLUDED.contains(fact.name())
            && value(fact.name(), Set.of(fact.value())).isPresent()) {
          byName.computeIfAbsent(fact.name(), n -> new TreeSet<>()).add(fact.value());
          evidence.add(evidence(fact.name(), fact.value(), fact.value(), fact.source()));
        }
      }
      byName.forEach(
          (name, texts) -> value(name, texts).ifPresent(known -> values.put(name, known)));
    }

    void categories(Categories categories) {
      var ids = new LinkedHashSet<String>();
      for (var stated : dataset.categories()) {
        categories.withBroader(stated).stream().map(Category::id).forEach(ids::add);
      }
      for (var id : ids) {
        add("category", id, "category");
      }
      ids.stream()
          .map(KINDS::get)
          .filter(kind -> kind != null)
          .distinct()
          .forEach(kind -> add("kind", kind, "category"));
    }

    void licence(EffectiveLicence effective) {
      switch (effective) {
        case EffectiveLicence.Clear clear -> {
          put("licenceFamily", Set.of(clear.family().token()), clear.statements());
          if (!clear.licences().isEmpty()) {
            put("licence", clear.licences(), clear.statements());
          }
        }
        case EffectiveLicence.Conflict conflict ->
            put("licenceConflict", Set.of("true"), conflict.statements());
        case EffectiveLicence.Unclear unclear -> {}
        case EffectiveLicence.None none -> {}
      }
    }

    /** The most restrictive signal counts; silence and welcome are no facts. */
    void reservations(List<SignalReadings.Reading> readings) {
      var reserved = value(TRAINING_RESERVED, Set.of("true"));
      if (reserved.isEmpty() || values.containsKey(TRAINING_RESERVED)) {
        return; // no rule asks, or somebody who weighed it states it
      }
      for (var reading : readings) {
        reading
            .reservation()
            .ifPresent(
                preference -> {
                  values.put(TRAINING_RESERVED, reserved.get());
                  evidence.add(reservation(reading.source(), preference.raw()));
                });
      }
    }

    private static Evidence reservation(Source source, String raw) {
      return new Evidence(
          TRAINING_RESERVED,
          "true",
          shortened(raw),
          source.by(),
          source.where(),
          source.when().map(Object::toString).orElse(""),
          source.key());
    }

    private static String shortened(String raw) {
      return raw.length() <= LONGEST_SAID
          ? raw
          : raw.substring(0, raw.offsetByCodePoints(0, LONGEST_SAID / 2)) + "…";
    }

    private void put(String name, Set<String> texts, List<LicenceStatement> statements) {
      value(name, texts)
          .ifPresent(
              value -> {
                values.put(name, value);
                for (var statement : statements) {
                  evidence.add(
                      evidence(
                          name, String.join(", ", texts), written(statement), statement.source()));
                }
              });
    }

    private void add(String name, String text, String why) {
      var texts = new TreeSet<>(Set.of(text));
      Optional.ofNullable(values.get(name)).ifPresent(v -> texts.addAll(v.texts()));
      value(name, texts)
          .ifPresent(
              value -> {
                values.put(name, value);
                evidence.add(new Evidence(name, text, why, "", "", "", ""));
              });
    }

    /** Empty when the vocabulary has no such fact, or it cannot have these values. */
    private Optional<FactValue> value(String name, Set<String> texts) {
      try {
        return vocabulary
            .find(name)
            .map(
                fact ->
                    switch (fact.type()) {
                      case WORD -> FactValue.words(texts);
                      case YEAR ->
                          new FactValue.Years(
                              new TreeSet<>(texts.stream().map(Integer::valueOf).toList()));
                      case TRUTH -> truth(texts);
                    })
            .filter(value -> vocabulary.faults(Facts.of(Map.of(name, value))).isEmpty());
      } catch (IllegalArgumentException e) { // NumberFormatException is one
        return Optional.empty();
      }
    }

    private static FactValue truth(Set<String> texts) {
      if (texts.equals(Set.of("true")) || texts.equals(Set.of("false"))) {
        return FactValue.truth(texts.contains("true"));
      }
      throw new IllegalArgumentException("neither true nor false: " + texts);
    }

    private Evidence evidence(String name, String value, String said, String set) {
      var source = dataset.sources().get(set);
      return source == null
          ? new Evidence(name, value, said, "", "", "", set)
          : new Evidence(name, value, said, source.by(), source.where(), source.when(), set);
    }

    private static String written(LicenceStatement statement) {
      var text = statement.text().isBlank() ? statement.iri() : statement.text();
      return statement.covers().isBlank() ? text : text + " (" + statement.covers() + ")";
    }
  }
}
