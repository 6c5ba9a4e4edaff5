package org.commonsregistry.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdfDocumentTest {
  private static final RdfDocument.Bounds SMALL = new RdfDocument.Bounds(10_000, 50, 100);

  @Test
  void brokenTurtleIsRefusedWithItsPlace() {
    refused(() -> turtle("<http://a/> <http://b/> \"c\" .\n<http://a/> <http://b> oops .\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("column");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a> <http://b/> \"c\" .",
        "<http://a/> <b> \"c\" .",
        "<http://a/> <http://b/> <../c> .",
        "<> <http://b/> \"c\" .",
        "<http://a/> <http://b/> <#c> .",
        "<http://a/> <http://b/> \"1\"^^<type> .",
        "@prefix x: <here/> . x:a <http://b/> \"c\" ."
      })
  void relativeIrisAreRefused(String text) {
    refused(() -> turtle(text)).hasMessageContaining("relative");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<file:///etc/passwd> <http://b/> \"c\" .",
        "<http://a/> <http://b/> <FILE:x> .",
        "@base <file:///home/me/> . <x> <http://b/> \"c\" ."
      })
  void fileIrisAreRefused(String text) {
    refused(() -> turtle(text)).hasMessageContaining("machine");
  }

  @Test
  void relativeIrisAreRefusedInEveryFormat() {
    refused(() -> read("<a> <http://b/> \"c\" .\n", Lang.NTRIPLES));
    refused(() -> read("<http://a/> <http://b/> \"c\" <g> .\n", Lang.NQUADS));
    refused(() -> read("<g> { <http://a/> <http://b/> \"c\" }", Lang.TRIG));
    refused(
        () ->
            read(
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">
                <rdf:Description rdf:about="a"><x:p>v</x:p></rdf:Description></rdf:RDF>
                """,
                Lang.RDFXML));
    refused(() -> read("{\"@id\":\"a\",\"http://b/\":\"c\"}", Lang.JSONLD11));
  }

  @Test
  void aDeclaredBaseMakesRelativeIrisAbsolute() {
    assertThat(
            turtle("@base <https://data.example/> . <a> <b> <c> .")
                .getFirst()
                .getSubject()
                .getURI())
        .isEqualTo("https://data.example/a");
  }

  @Test
  void tooManyBytesStatementsOrCharactersAreRefused() {
    refused(() -> turtle("<http://a/> <http://b/> \"" + "x".repeat(200) + "\" ."))
        .hasMessageContaining("200 characters");
    refused(() -> turtle("<http://a/> <http://b/> " + "1,".repeat(60) + "1 . ".repeat(1)));
    refused(() -> turtle("<http://a/> <http://b/> " + String.join(",", numbers(60)) + " ."))
        .hasMessageContaining("50 statements");
    refused(() -> turtle(("#" + "x".repeat(99) + "\n").repeat(200)))
        .hasMessageContaining("10000 bytes");
  }

  @Test
  void deepNestingIsRefusedAndNotAnOverflow() {
    var depth = 60_000;
    var text =
        "<http://a/> <http://b/> "
            + "[ <http://b/> ".repeat(depth)
            + "1"
            + " ]".repeat(depth)
            + " .";
    refused(() -> RdfDocument.read(stream(text), Lang.TURTLE, RdfDocument.Bounds.DEFAULT));
    var list = "<http://a/> <http://b/> " + "(".repeat(depth) + ")".repeat(depth) + " .";
    try {
      RdfDocument.read(stream(list), Lang.TURTLE, RdfDocument.Bounds.DEFAULT);
    } catch (RdfRefusedException e) {
      assertThat(e).hasMessageContaining("nested");
    }
  }

  @Test
  void statementsAboutStatementsAreRefused() {
    refused(() -> turtle("<http://a/> <http://b/> <<( <http://a/> <http://b/> 1 )>> ."));
  }

  @Test
  void externalEntitiesAreNotRead() throws IOException {
    var secret = java.nio.file.Files.createTempFile("secret", ".txt");
    java.nio.file.Files.writeString(secret, "very secret");
    var text =
        """
        <?xml version="1.0"?><!DOCTYPE rdf [<!ENTITY x SYSTEM "%s">]>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">
        <rdf:Description rdf:about="http://a/"><x:p>&x;</x:p></rdf:Description></rdf:RDF>
        """
            .formatted(secret.toUri());
    try {
      assertThat(read(text, Lang.RDFXML).toString()).doesNotContain("very secret");
    } catch (RdfRefusedException e) {
      assertThat(e.getMessage()).doesNotContain("very secret");
    }
    java.nio.file.Files.delete(secret);
  }

  @Test
  void aBillionLaughsAreRefusedAtOnce() {
    var text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rdf [<!ENTITY a0 \"ha\">");
    for (var i = 1; i < 30; i++) {
      text.append("<!ENTITY a")
          .append(i)
          .append(" \"")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    text.append(
            "]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"http://x/\">")
        .append(
            "<rdf:Description rdf:about=\"http://a/\"><x:p>&a29;</x:p></rdf:Description></rdf:RDF>");
    var started = System.nanoTime();
    refused(() -> read(text.toString(), Lang.RDFXML));
    assertThat((System.nanoTime() - started) / 1_000_000_000).isLessThan(5);
  }

  @Test
  void contextsAreBundledOrInlineAndNeverFetched() {
    assertThat(
            read(
                "{\"@context\":{\"title\":\"http://purl.org/dc/terms/title\"},\"@id\":\"http://a/\",\"title\":\"T\"}",
                Lang.JSONLD11))
        .hasSize(1);
    assertThat(
            read(
                "{\"@context\":\"https://schema.org/\",\"@id\":\"http://a/\",\"@type\":\"Dataset\",\"name\":\"T\"}",
                Lang.JSONLD11))
        .anyMatch(quad -> quad.getPredicate().getURI().equals("https://schema.org/name"));
    assertThat(
            read(
                "{\"@context\":\"https://commonsregistry.org/ns/context.jsonld\",\"@id\":\"http://a/\",\"title\":\"T\"}",
                Lang.JSONLD11))
        .isNotEmpty();
    refused(
            () ->
                read(
                    "{\"@context\":\"http://localhost:1/context.jsonld\",\"@id\":\"http://a/\",\"title\":\"T\"}",
                    Lang.JSONLD11))
        .hasMessageContaining("fetches nothing");
    refused(
            () ->
                read(
                    "{\"@context\":{\"@import\":\"http://localhost:1/c\"},\"@id\":\"http://a/\"}",
                    Lang.JSONLD11))
        .hasMessageContaining("fetches nothing");
  }

  @Test
  void namedGraphsAreKept() {
    var quads = read("<http://a/> <http://b/> \"c\" <http://g/> .\n", Lang.NQUADS);
    assertThat(quads.getFirst().getGraph().getURI()).isEqualTo("http://g/");
    assertThat(turtle("<http://a/> <http://b/> 1 .").getFirst().isDefaultGraph()).isTrue();
  }

  private static List<String> numbers(int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
      ThrowingCallable reading) {
    return assertThatThrownBy(reading).isInstanceOf(RdfRefusedException.class);
  }

  private static List<Quad> turtle(String text) {
    return read(text, Lang.TURTLE);
  }

  private static List<Quad> read(String text, Lang lang) {
    return RdfDocument.read(stream(text), lang, SMALL);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
