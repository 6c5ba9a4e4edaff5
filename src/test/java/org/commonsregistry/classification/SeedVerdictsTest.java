package org.commonsregistry.classification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeMap;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The seed catalogue under the founding ruleset. */
class SeedVerdictsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.seeded();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void everySeedRecordHasAVerdict() {
    var zones = new TreeMap<String, Integer>();
    var ledger = registry.context().getBean(Ledger.class);
    var verdicts = registry.context().getBean(Verdicts.class);
    for (var subject : ledger.subjects("urn:commons:dataset:", "", 1_000)) {
      var id = DatasetId.ofIri(subject).orElseThrow();
      var verdict =
          verdicts.of(id, java.util.Optional.empty(), java.util.Optional.empty(), verdicts.today());
      zones.merge(verdict.zone().token(), 1, Integer::sum);
    }
    assertThat(zones.values().stream().mapToInt(i -> i).sum()).isGreaterThanOrEqualTo(369);
  }
}
