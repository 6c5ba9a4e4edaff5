package org.commonsregistry.classification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.testing.SharedData;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

/**
 * Published edges between published records with the licences their publishers wrote: what was made
 * from others, with whatever these were made from.
 */
class RealLineageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void noRealDatasetPermitsMoreThanWhatItWasMadeFrom() throws IOException {
    try (var registry = TestRegistry.empty()) {
      var taken =
          registry.post("api/v1/imports?name=real.jsonl", "application/x-ndjson", records());
      assertThat(taken.body()).contains("\"type\":\"done\"").doesNotContain("\"failed\"");

      var answers = registry.context().getBean(PermissionAnswers.class);
      var pairs = pairs(registry.context().getBean(Datasets.class));
      assertThat(pairs).hasSizeGreaterThan(20);
      for (var pair : pairs) {
        for (var actor : List.of(Actor.ANYONE, Actor.COMMERCIAL, Actor.RESEARCH)) {
          var child = answers(answers, pair.child(), actor);
          var parent = answers(answers, pair.parent(), actor);
          child.forEach(
              (use, answer) ->
                  assertThat(answer)
                      .as("%s of %s, from %s, for %s", use, pair.child(), pair.parent(), actor)
                      .isLessThanOrEqualTo(parent.get(use)));
        }
      }
    }
  }

  @Test
  void whatWasMadeFromSomethingNobodyKnowsHerePermitsNothingForSure() throws IOException {
    try (var registry = TestRegistry.empty()) {
      registry.post("api/v1/imports?name=real.jsonl", "application/x-ndjson", records());

      var answers = registry.context().getBean(PermissionAnswers.class);
      var orphans = orphans(registry.context().getBean(Datasets.class));
      assertThat(orphans).hasSizeGreaterThan(100);
      for (var orphan : orphans) {
        assertThat(answers(answers, orphan, Actor.RESEARCH).values())
            .as(orphan)
            .allMatch(answer -> answer.compareTo(Answer.UNKNOWN) <= 0);
      }
    }
  }

  private record Pair(String child, String parent) {}

  /** Children of which one parent at least is not here. */
  private static Set<String> orphans(Datasets datasets) throws IOException {
    var edges = edges();
    var names = new HashSet<String>();
    edges.forEach(edge -> names.addAll(List.of(edge.child(), edge.parent())));
    var known = datasets.named(names);
    var orphans = new HashSet<String>();
    for (var edge : edges) {
      if (known.containsKey(edge.child()) && !known.containsKey(edge.parent())) {
        orphans.add(slug(known, edge.child()));
      }
    }
    return orphans;
  }

  /** Of datasets that are both here. */
  private static List<Pair> pairs(Datasets datasets) throws IOException {
    var edges = edges();
    var names = new HashSet<String>();
    edges.forEach(edge -> names.addAll(List.of(edge.child(), edge.parent())));
    var known = datasets.named(names);
    return edges.stream()
        .filter(edge -> known.containsKey(edge.child()) && known.containsKey(edge.parent()))
        .map(edge -> new Pair(slug(known, edge.child()), slug(known, edge.parent())))
        .filter(pair -> !pair.child().equals(pair.parent()))
        .distinct()
        .toList();
  }

  private static String slug(Map<String, DatasetId> known, String name) {
    return known.get(name).slug();
  }

  /** Parents are named within the catalogue of the child. */
  private static List<Pair> edges() throws IOException {
    return Files.readAllLines(SharedData.file("licences/derivation-edges.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .map(
            cells ->
                new Pair(
                    cells[0],
                    cells[2].contains(":")
                        ? cells[2]
                        : cells[0].substring(0, cells[0].indexOf(':') + 1) + cells[2]))
        .toList();
  }

  /** Those of the shared catalogue that stand at either end of an edge. */
  private static String records() throws IOException {
    Set<String> wanted = new HashSet<>();
    edges().forEach(edge -> wanted.addAll(List.of(edge.child(), edge.parent())));
    var found = new StringBuilder();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStream(
                    Files.newInputStream(SharedData.file("catalogue/records.jsonl.zst"))),
                StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (wanted.contains(JSON.readTree(line).path("id").asText())) {
          found.append(line).append('\n');
        }
      }
    }
    return found.toString();
  }

  private static Map<String, Answer> answers(
      PermissionAnswers answers, String dataset, Actor actor) {
    var by = new LinkedHashMap<String, Answer>();
    answers
        .of(dataset, "", actor.token(), "", "")
        .answers()
        .forEach((use, answer) -> by.put(use, Answer.valueOf(answer.answer())));
    return by;
  }
}
