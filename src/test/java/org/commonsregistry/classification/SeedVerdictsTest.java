package org.commonsregistry.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Zone;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seed catalogue under the founding ruleset. */
class SeedVerdictsTest {
  private static TestRegistry registry;
  private static Verdicts verdicts;

  @BeforeAll
  static void start() {
    registry = TestRegistry.seeded();
    verdicts = registry.context().getBean(Verdicts.class);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @ParameterizedTest
  @CsvSource({
    "wikipedia, commons",
    "wikidata, commons",
    "openstreetmap, commons",
    "arxiv-metadata, commons",
    "common-voice, commons",
    "german-federal-law, commons",
    "us-state-of-the-union, commons",
    "moby-dick, commons",
    "gpqa, use-restricted",
    "drugbank, use-restricted",
    "the-pile, undetermined",
    "laion-5b, undetermined",
    "gbif-occurrences, undetermined"
  })
  void aWellKnownDatasetIsWhereItsTermsPutIt(String slug, String zone) {
    assertThat(verdict(new DatasetId(slug)).zone().token()).isEqualTo(zone);
  }

  @Test
  void everyDatasetHasAVerdictAndNoRulesContradictEachOther() {
    var zones = new EnumMap<Zone, Integer>(Zone.class);
    var ledger = registry.context().getBean(Ledger.class);
    for (var subject : ledger.subjects("urn:commons:dataset:", "", 1_000)) {
      var verdict = verdict(DatasetId.ofIri(subject).orElseThrow());
      zones.merge(verdict.zone(), 1, Integer::sum);
      assertThat(verdict.judgements())
          .as(subject)
          .noneMatch(judgement -> judgement.ground() instanceof Judgement.Ground.Conflict);
    }
    assertThat(zones.values().stream().mapToInt(i -> i).sum()).isGreaterThanOrEqualTo(369);
    assertThat(zones.keySet()).contains(Zone.COMMONS, Zone.USE_RESTRICTED, Zone.UNDETERMINED);
  }

  private static Verdict verdict(DatasetId id) {
    return verdicts.of(id, Optional.empty(), Optional.empty(), verdicts.today());
  }
}
