package org.commonsregistry.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SkolemTest {
  private static final String PREFIX = "urn:commons:node:x:";

  @Property(tries = 300)
  void namesAreTheSameWhateverTheOrderAndTheLabels(
      @ForAll("graphs") List<Quad> quads, @ForAll Random random) {
    var other = relabelled(quads);
    Collections.shuffle(other, random);
    assertThat(canonical(other)).isEqualTo(canonical(quads));
  }

  @Property(tries = 300)
  void distinctNodesStayDistinctAndNothingElseChanges(@ForAll("graphs") List<Quad> quads) {
    var named = Skolem.name(quads, PREFIX);
    var names = new HashMap<Node, Node>();
    for (var i = 0; i < quads.size(); i++) {
      pair(names, quads.get(i).getSubject(), named.get(i).getSubject());
      pair(names, quads.get(i).getObject(), named.get(i).getObject());
      assertThat(named.get(i).getPredicate()).isEqualTo(quads.get(i).getPredicate());
    }
    assertThat(new HashSet<>(names.values())).hasSize(names.size());
    names.forEach(
        (before, after) -> {
          if (!before.isBlank()) {
            assertThat(after).isEqualTo(before);
          } else {
            assertThat(after.getURI()).startsWith(PREFIX);
          }
        });
  }

  @Test
  void twoIdenticalNodesWithIdenticalPartsStayTwoOfEach() {
    var one =
        """
        <x:s> <x:p> _:a . _:a <x:q> _:b . _:b <x:r> "1" .
        <x:s> <x:p> _:c . _:c <x:q> _:d . _:d <x:r> "1" .
        """;
    var other =
        """
        _:z <x:r> "1" . _:y <x:q> _:z . <x:s> <x:p> _:w . <x:s> <x:p> _:y .
        _:v <x:r> "1" . _:w <x:q> _:v .
        """;
    assertThat(canonical(quads(one))).isEqualTo(canonical(quads(other)));
    assertThat(canonical(quads(one)).lines()).hasSize(6);
  }

  @Test
  void cyclesAreNamedTheSameFromWhereverTheyAreRead() {
    for (var length : List.of(2, 3, 5, 8)) {
      var cycle = new ArrayList<String>();
      for (var i = 0; i < length; i++) {
        cycle.add("_:n" + i + " <x:next> _:n" + (i + 1) % length + " .\n");
      }
      var expected = canonical(quads(String.join("", cycle)));
      for (var turn = 0; turn < length; turn++) {
        Collections.rotate(cycle, 1);
        assertThat(canonical(quads(String.join("", cycle)))).isEqualTo(expected);
      }
      assertThat(expected.lines()).hasSize(length);
    }
  }

  @Test
  void twoCyclesAreNotMistakenForOne() {
    var two = "_:a <x:n> _:b . _:b <x:n> _:a . _:c <x:n> _:d . _:d <x:n> _:c .\n";
    var one = "_:a <x:n> _:b . _:b <x:n> _:c . _:c <x:n> _:d . _:d <x:n> _:a .\n";
    assertThat(canonical(quads(two))).isNotEqualTo(canonical(quads(one)));
  }

  @Test
  void aChangeElsewhereLeavesOtherNamesAlone() {
    var stable = "<x:s> <x:p> _:a . _:a <x:q> \"1\" . _:a <x:r> _:b . _:b <x:q> \"2\" .\n";
    var more = stable + "<x:s> <x:p> _:c . _:c <x:q> \"3\" . _:c <x:r> _:d . _:d <x:r> _:c .\n";
    assertThat(canonical(quads(more)).lines().toList())
        .containsAll(canonical(quads(stable)).lines().toList());
  }

  @Test
  void blankGraphsAreNamedToo() {
    var one = nquads("<x:s> <x:p> \"1\" _:g .\n<x:s> <x:p> \"2\" _:h .\n_:g <x:by> <x:a> .\n");
    var other = nquads("_:j <x:by> <x:a> .\n<x:s> <x:p> \"2\" _:i .\n<x:s> <x:p> \"1\" _:j .\n");
    assertThat(canonical(one)).isEqualTo(canonical(other));
  }

  @Test
  void hugeNumbersOfBlankNodesStayFast() {
    var shapes = new HashMap<String, List<String>>();
    shapes.put(
        "alike leaves of one hub",
        IntStream.range(0, 20_000).mapToObj(i -> "_:hub <x:p> _:n" + i + " .").toList());
    shapes.put(
        "a long chain",
        IntStream.range(0, 10_000)
            .mapToObj(i -> "_:n" + i + " <x:p> _:n" + (i + 1) + " .")
            .toList());
    shapes.put(
        "a long cycle",
        IntStream.range(0, 5_000)
            .mapToObj(i -> "_:n" + i + " <x:p> _:n" + (i + 1) % 5_000 + " .")
            .toList());
    shapes.put(
        "many small ones",
        IntStream.range(0, 20_000)
            .mapToObj(i -> "<x:s> <x:p> _:n" + i + " . _:n" + i + " <x:q> \"1\" .")
            .toList());
    shapes.put(
        "everybody knows everybody",
        IntStream.range(0, 20_000)
            .mapToObj(i -> "_:n" + i % 142 + " <x:p> _:n" + i / 142 + " .")
            .toList());
    shapes.forEach(
        (name, lines) ->
            Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                  var quads = quads(String.join("\n", lines));
                  var named = Skolem.name(quads, PREFIX);
                  assertThat(new HashSet<>(named)).as(name).hasSameSizeAs(new HashSet<>(quads));
                }));
  }

  @Test
  void namesAreStableForEver() {
    var text = canonical(quads("<x:s> <x:p> _:a . _:a <x:q> \"v\"@en . _:a <x:r> 1 .\n"));
    assertThat(text).startsWith("<urn:commons:node:x:");
    assertThatCode(
            () ->
                CanonicalQuads.ofBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .quads())
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<List<Quad>> graphs() {
    var nodes =
        Arbitraries.integers()
            .between(0, 9)
            .map(i -> i < 7 ? NodeFactory.createBlankNode("b" + i) : iri("n" + i));
    var objects =
        Arbitraries.integers()
            .between(0, 11)
            .map(
                i ->
                    i < 8
                        ? NodeFactory.createBlankNode("b" + i % 7)
                        : NodeFactory.createLiteralString("v" + i % 2));
    // A forest: what catalogues look like. Regular graphs are beyond colour refinement.
    return Combinators.combine(nodes, Arbitraries.of("p", "q"), objects)
        .as((s, p, o) -> Quad.create(Quad.defaultGraphIRI, s, iri(p), o))
        .list()
        .uniqueElements()
        .ofMaxSize(14)
        .filter(SkolemTest::isForest);
  }

  private static boolean isForest(Collection<Quad> quads) {
    var parents = new HashMap<Node, Node>();
    for (var quad : quads) {
      var o = quad.getObject();
      if (o.isBlank() && parents.putIfAbsent(o, quad.getSubject()) != null) {
        return false;
      }
    }
    for (var start : parents.keySet()) {
      var at = start;
      for (var steps = 0; at != null && at.isBlank(); steps++) {
        if (steps > 20) {
          return false;
        }
        at = parents.get(at);
      }
    }
    return true;
  }

  private static List<Quad> relabelled(List<Quad> quads) {
    var labels = new HashMap<Node, Node>();
    var other = new ArrayList<Quad>();
    for (var quad : quads) {
      other.add(
          Quad.create(
              quad.getGraph(),
              relabelled(labels, quad.getSubject()),
              quad.getPredicate(),
              relabelled(labels, quad.getObject())));
    }
    return other;
  }

  private static Node relabelled(HashMap<Node, Node> labels, Node node) {
    return node.isBlank() ? labels.computeIfAbsent(node, n -> NodeFactory.createBlankNode()) : node;
  }

  private static void pair(HashMap<Node, Node> names, Node before, Node after) {
    assertThat(names.computeIfAbsent(before, n -> after)).isEqualTo(after);
  }

  private static String canonical(Collection<Quad> quads) {
    return CanonicalQuads.of(Skolem.name(quads, PREFIX)).toString();
  }

  private static List<Quad> quads(String turtle) {
    return RdfDocument.read(
        new java.io.ByteArrayInputStream(turtle.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        Lang.TURTLE,
        RdfDocument.Bounds.DEFAULT);
  }

  private static List<Quad> nquads(String text) {
    var quads = new ArrayList<Quad>();
    var dataset = org.apache.jena.sparql.core.DatasetGraphFactory.create();
    RDFParser.fromString(text, Lang.NQUADS).parse(dataset);
    dataset.find().forEachRemaining(quads::add);
    return quads;
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("x:" + name);
  }
}
