package org.commonsregistry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

/**
 * How long after a changed licence was accepted a search finds the dataset, what was made from it
 * and what was made from that in their new zone. In a registry with the seed.
 */
class ChangeBenchmark {
  private static final int ROUNDS = 30;
  private static final int WARM_UP = 6;
  private static final double BOUND_MILLIS = 1_000;
  private static final List<String> LICENCES =
      List.of(
          "https://creativecommons.org/licenses/by/4.0/",
          "https://creativecommons.org/licenses/by-nc/4.0/");

  private final Table table = new Table();

  @Test
  void measuresHowLongAChangeTakesToBeSeen() throws IOException, InterruptedException {
    try (var registry = TestRegistry.seeded()) {
      publish(registry, "quellwort-a", LICENCES.get(0), "");
      publish(registry, "quellwort-b", LICENCES.get(0), "quellwort-a");
      publish(registry, "quellwort-c", LICENCES.get(0), "quellwort-b");
      var own = new ArrayList<Double>();
      var all = new ArrayList<Double>();
      for (var round = 1; round <= ROUNDS; round++) {
        var zone = round % 2 == 0 ? "commons" : "use-restricted";
        publish(registry, "quellwort-a", LICENCES.get(round % 2), "");
        var accepted = System.nanoTime();
        var first = until(registry, zone, 1, accepted);
        var last = until(registry, zone, 3, accepted);
        if (round > WARM_UP) {
          own.add(first);
          all.add(last);
        }
      }
      row("a changed dataset is found in its new zone", own);
      row("so are its child and grandchild", all);
    }
    table.publish("change");
  }

  private void row(String what, List<Double> millis) {
    Collections.sort(millis);
    var p95 = millis.get(millis.size() * 95 / 100);
    table.atMost(
        what,
        Table.number("p50 %.0f ms, p95 %.0f ms", millis.get(millis.size() / 2), p95),
        "1 s",
        p95,
        BOUND_MILLIS);
  }

  /** Milliseconds until so many of them are in a zone. */
  private static double until(TestRegistry registry, String zone, int count, long since)
      throws InterruptedException {
    while (System.nanoTime() - since < 30_000_000_000L) {
      var found = registry.get("api/v1/search?q=quellwort&zone=" + zone).body();
      if (found.split("\"slug\":\"quellwort-", -1).length > count) {
        return (System.nanoTime() - since) / 1e6;
      }
      Thread.sleep(2);
    }
    throw new IllegalStateException("not seen within 30 s");
  }

  private static void publish(TestRegistry registry, String name, String licence, String parent) {
    var base = registry.context().getBean(BaseIri.class);
    var answer =
        registry.post(
            "api/v1/datasets",
            "text/turtle",
            """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix fact: <https://commonsregistry.org/ns/fact/> .
            <https://data.example/%s> a dcat:Dataset ; dct:title "%s"@en ; dct:identifier "%s" ;
              dct:license <%s> ; fact:licenceDeclaredBy "rightsholder" %s .
            """
                .formatted(
                    name,
                    name,
                    name,
                    licence,
                    parent.isEmpty()
                        ? ""
                        : "; prov:wasDerivedFrom <" + base.resolve("datasets/" + parent) + ">"));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    assertThat(answer.body()).contains(name);
  }
}
