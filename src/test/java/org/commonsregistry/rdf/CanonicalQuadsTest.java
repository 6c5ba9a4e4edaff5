package org.commonsregistry.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalQuadsTest {
  private static final Node P = NodeFactory.createURI("http://example.org/p");
  private static final Node S = NodeFactory.createURI("http://example.org/s");

  @Property(tries = 300)
  void whatIsWrittenIsReadBack(@ForAll("datasets") List<Quad> quads) {
    var written = CanonicalQuads.of(quads);
    assertThat(new HashSet<>(written.quads())).isEqualTo(new HashSet<>(quads));
    assertThat(CanonicalQuads.of(written.quads()).toBytes()).isEqualTo(written.toBytes());
  }

  @Property(tries = 300)
  void anotherParserReadsTheSame(@ForAll("datasets") List<Quad> quads) {
    var written = CanonicalQuads.of(quads);
    var read = new ArrayList<Quad>();
    RDFParser.source(new ByteArrayInputStream(written.toBytes()))
        .lang(Lang.NQUADS)
        .checking(false)
        .parse(new Reading(read));
    assertThat(new HashSet<>(read)).isEqualTo(new HashSet<>(quads));
  }

  @Property(tries = 200)
  void theOrderOfTheQuadsDoesNotMatter(
      @ForAll("datasets") List<Quad> quads, @ForAll Random random) {
    var shuffled = new ArrayList<>(quads);
    shuffled.addAll(quads);
    Collections.shuffle(shuffled, random);
    assertThat(CanonicalQuads.of(shuffled).toBytes()).isEqualTo(CanonicalQuads.of(quads).toBytes());
  }

  @Property(tries = 200)
  void linesAreSortedByCodePoint(@ForAll("datasets") List<Quad> quads) {
    var lines = CanonicalQuads.of(quads).toString().lines().toList();
    for (var i = 1; i < lines.size(); i++) {
      assertThat(
              java.util.Arrays.compare(
                  lines.get(i - 1).codePoints().toArray(), lines.get(i).codePoints().toArray()))
          .isNegative();
    }
  }

  @Test
  void supplementaryCharactersSortBehindTheBasicPlane() {
    // U+FF5E is a smaller code point than U+1D11E, but its UTF-16 form is larger.
    var text =
        CanonicalQuads.of(List.of(quad("\uD834\uDD1E"), quad("\uFF5E"), quad("a"))).toString();
    assertThat(text.lines().map(line -> line.split("\"")[1]))
        .containsExactly("a", "\uFF5E", "\uD834\uDD1E");
  }

  @Test
  void escapesAreThoseOfTheStandard() {
    var text = new StringBuilder();
    for (var c = 0; c <= 0x80; c++) {
      text.append((char) c);
    }
    text.append("\uFFFD\uFFFE\uFFFF\u2028");
    assertThat(CanonicalQuads.of(List.of(quad(text.toString()))).toString())
        .contains(
            "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000B\\f\\r\\u000E"
                + "\\u000F\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019"
                + "\\u001A\\u001B\\u001C\\u001D\\u001E\\u001F !\\\"#$%&'()")
        .contains("[\\\\]")
        .contains("~\\u007F\u0080\uFFFD\\uFFFE\\uFFFF\u2028\"");
  }

  static Stream<Path> standardResults() throws IOException {
    var folder = SharedData.unpackedConformance("rdfc10");
    if (folder.isEmpty()) {
      return Stream.of(Path.of("absent"));
    }
    try (var files = Files.walk(folder.get())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-rdfc10.nq"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("standardResults")
  void resultsOfTheStandardsTestsAreWrittenByteForByte(Path result) throws IOException {
    SharedData.assumePresent();
    var expected = Files.readString(result, StandardCharsets.UTF_8);
    var quads = new ArrayList<Quad>();
    RDFParser.fromString(expected, Lang.NQUADS).checking(false).parse(new Reading(quads));
    if (expected.contains("_:")) {
      assertThatThrownBy(() -> CanonicalQuads.of(quads)).isInstanceOf(RdfRefusedException.class);
    } else {
      assertThat(CanonicalQuads.of(quads).toString()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://x/a b",
        "http://x/<b>",
        "http://x/\n",
        "http://x/{b}",
        "http://x/a|b",
        "no-scheme",
        "http://x/\\b",
        "http://x/\uD800",
        "http://x/`",
        "http://x/^"
      })
  void anIriNobodyCouldReadBackIsRefused(String iri) {
    assertThatThrownBy(
            () ->
                CanonicalQuads.of(
                    List.of(Quad.create(Quad.defaultGraphIRI, S, P, NodeFactory.createURI(iri)))))
        .isInstanceOf(RdfRefusedException.class);
    var typed = NodeFactory.createLiteralDT("x", TypeMapper.getInstance().getSafeTypeByName(iri));
    assertThatThrownBy(
            () -> CanonicalQuads.of(List.of(Quad.create(Quad.defaultGraphIRI, S, P, typed))))
        .isInstanceOf(RdfRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en us", "en\n", "1en", "-en", "en-", "en--x", "e<n", "en .\n<a>", "é"})
  void aLanguageTagNobodyCouldReadBackIsRefused(String tag) {
    assertThatThrownBy( // by the RDF library already, or by us
            () ->
                CanonicalQuads.of(
                    List.of(
                        Quad.create(
                            Quad.defaultGraphIRI, S, P, NodeFactory.createLiteralLang("x", tag)))))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void halfACharacterIsRefused() {
    for (var text : List.of("a\uD800b", "\uDC00", "x\uD834")) {
      assertThatThrownBy(() -> CanonicalQuads.of(List.of(quad(text))))
          .isInstanceOf(RdfRefusedException.class);
    }
  }

  @Test
  void theDirectionOfATextIsKept() {
    var quad =
        Quad.create(
            Quad.defaultGraphIRI, S, P, NodeFactory.createLiteralDirLang("שלום", "he", "rtl"));
    var written = CanonicalQuads.of(List.of(quad));
    assertThat(written.toString()).contains("\"שלום\"@he--rtl");
    assertThat(written.quads()).containsExactly(quad);
  }

  @Provide
  Arbitrary<List<Quad>> datasets() {
    var iris =
        Arbitraries.strings()
            .withChars("abcXYZ019-._~:/?#[]@!$&'()*+,;=%éЖ中")
            .ofMaxLength(12)
            .map(
                text ->
                    NodeFactory.createURI(
                        "http://example.org/" + text + (text.length() % 3 == 0 ? "😀" : "")));
    var texts =
        Arbitraries.strings()
            .all()
            .ofMaxLength(20)
            .map(text -> text.replaceAll("\\p{Cs}", "\uD834\uDD1E"));
    var plain = texts.map(NodeFactory::createLiteralString);
    var tagged =
        Combinators.combine(texts, Arbitraries.of("en", "pt-BR", "zh-Hant-TW", "x-klingon"))
            .as(NodeFactory::createLiteralLang);
    var typed =
        Combinators.combine(
                texts,
                Arbitraries.of(
                    "http://www.w3.org/2001/XMLSchema#integer",
                    "http://www.w3.org/2001/XMLSchema#dateTime",
                    "http://example.org/type"))
            .as(
                (text, type) ->
                    NodeFactory.createLiteralDT(
                        text, TypeMapper.getInstance().getSafeTypeByName(type)));
    Arbitrary<Node> nodes = iris;
    Arbitrary<Node> objects = Arbitraries.oneOf(nodes, plain, tagged, typed);
    Arbitrary<Node> graphs = Arbitraries.oneOf(Arbitraries.just(Quad.defaultGraphIRI), nodes);
    return Combinators.combine(graphs, nodes, nodes, objects).as(Quad::create).list().ofMaxSize(12);
  }

  private static Quad quad(String text) {
    return Quad.create(Quad.defaultGraphIRI, S, P, NodeFactory.createLiteralString(text));
  }

  private static final class Reading extends org.apache.jena.riot.system.StreamRDFBase {
    private final List<Quad> quads;

    Reading(List<Quad> quads) {
      this.quads = quads;
    }

    @Override
    public void triple(org.apache.jena.graph.Triple triple) {
      quads.add(Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    public void quad(Quad quad) {
      quads.add(quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad);
    }
  }
}
