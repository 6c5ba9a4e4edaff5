package org.commonsregistry.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.benchmark.GeneratedFacts;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.catalog.Dataset.StatedFact;
import org.commonsregistry.catalog.DatasetId;

/** Datasets made up from a number, always the same, which state {@link GeneratedFacts}. */
final class GeneratedDatasets {
  private static final String SET = "s";
  private static final List<String> CATEGORIES =
      List.of("books", "web-text", "benchmarks", "legislation", "scholarly-articles", "images");
  private static final List<String> PLACES = List.of("US", "DE", "FR", "GB", "JP", "IN", "BR");
  private static final Map<String, String> NAMED =
      Map.of(
          "academic", "Academic Free License for research only",
          "responsible-ai", "OpenRAIL-M",
          "in-copyright", "All rights reserved");

  private GeneratedDatasets() {}

  static Dataset of(int number) {
    var facts = GeneratedFacts.of(number, true);
    var stated = new ArrayList<StatedFact>();
    var licences = new ArrayList<LicenceStatement>();
    facts
        .all()
        .forEach(
            (name, value) -> {
              switch (name) {
                case "category", "parentZone" -> {}
                case "licenceFamily" ->
                    Optional.ofNullable(NAMED.get(value.texts().getFirst()))
                        .ifPresent(text -> licences.add(licence(text)));
                case "licence" -> value.texts().forEach(text -> licences.add(licence(text)));
                default ->
                    value.texts().forEach(text -> stated.add(new StatedFact(name, text, SET)));
              }
            });
    var title = "Generated dataset " + number;
    return new Dataset(
        new DatasetId("generated-" + number),
        Dataset.Kind.DATASET,
        Map.of("en", title),
        Map.of("en", "One of a million."),
        List.of(),
        List.of(),
        List.of("generated:" + number),
        List.of(),
        Optional.of(
            new Dataset.Steward("steward-" + number % 997, "Steward " + number % 997, "", "")),
        List.of(CATEGORIES.get(number % CATEGORIES.size())),
        List.of("en"),
        List.of(PLACES.get(number % PLACES.size())),
        List.of("text"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.copyOf(licences),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.copyOf(stated),
        List.of(),
        Map.of(SET, new Dataset.Source(SET, "Generator " + number % 5, "", "2026-11-25")));
  }

  private static LicenceStatement licence(String text) {
    return new LicenceStatement(text, "", Dataset.Role.DECLARED, "", SET);
  }
}
