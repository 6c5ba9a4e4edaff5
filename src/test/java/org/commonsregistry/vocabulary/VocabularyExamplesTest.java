package org.commonsregistry.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.commonsregistry.vocabulary.Shapes.Finding;
import org.commonsregistry.vocabulary.Shapes.Weight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the ontology mean what they say. */
class VocabularyExamplesTest {
  private static final Path EXAMPLES = Path.of("ontology/examples");

  @ParameterizedTest
  @MethodSource("valid")
  void aValidExamplePasses(Path file) {
    var graph = graph(file);
    assertThat(Shapes.emitted().check(graph, "en").findings()).isEmpty();
    assertThat(violations(Shapes.intake(), graph, "en")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anInvalidExampleFailsForTheStatedReason(Path file) throws IOException {
    var expected = Files.readAllLines(file).getFirst().split(": ", 3);
    assertThat(expected).as("first line: # expect: <shape file>: <words>").hasSize(3);
    var shapes = expected[1].equals("intake.ttl") ? Shapes.intake() : Shapes.emitted();
    var english = shapes.check(graph(file), "en").findings();
    assertThat(english).extracting(Finding::message).containsOnly(english.getFirst().message());
    assertThat(english.getFirst().message()).contains(expected[2].strip());
    var german = shapes.check(graph(file), "de").findings();
    assertThat(german.getFirst().message()).isNotEqualTo(english.getFirst().message());
  }

  private static List<Finding> violations(Shapes shapes, Graph graph, String language) {
    return shapes.check(graph, language).findings().stream()
        .filter(finding -> finding.weight() == Weight.VIOLATION)
        .toList();
  }

  private static Graph graph(Path file) {
    return RDFDataMgr.loadGraph(file.toUri().toString());
  }

  static Stream<Path> valid() throws IOException {
    return Files.list(EXAMPLES.resolve("valid")).sorted();
  }

  static Stream<Path> invalid() throws IOException {
    return Files.list(EXAMPLES.resolve("invalid")).sorted();
  }
}
