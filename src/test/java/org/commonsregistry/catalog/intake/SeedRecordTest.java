package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.Test;

class SeedRecordTest {
  private static final String HEAD =
      "slug: whales\ntitle: {en: Whales}\nsource: \"https://a.example/\"\n";

  @Test
  void aFactIsSaidByItsSpeakerAtItsSource() {
    var sets =
        SeedRecord.read(
                HEAD
                    + "facts:\n"
                    + "  - {fact: kind, value: text, source: \"https://b.example/\"}\n"
                    + "  - {fact: contested, value: true, by: Heirs, source: \"https://b.example/\"}\n"
                    + "  - {fact: creatorDeathYear, value: 1955}\n")
            .sets();
    assertThat(said(sets, "Commons Registry editors", "https://b.example/"))
        .containsExactly(fact("kind", "text", XSDDatatype.XSDstring));
    assertThat(said(sets, "Heirs", "https://b.example/"))
        .containsExactly(fact("contested", "true", XSDDatatype.XSDboolean));
    assertThat(said(sets, "Commons Registry editors", "https://a.example/"))
        .contains(fact("creatorDeathYear", "1955", XSDDatatype.XSDgYear));
  }

  @Test
  void severalValuesOfAFactAreSeveralStatements() {
    var sets =
        SeedRecord.read(
                HEAD
                    + "facts:\n"
                    + "  - {fact: sourceCountry, value: [NO, SE]}\n"
                    + "  - {fact: firstPublishedYear, value: [1851, 870]}\n")
            .sets();
    assertThat(said(sets, "Commons Registry editors", "https://a.example/"))
        .contains(
            fact("sourceCountry", "NO", XSDDatatype.XSDstring),
            fact("sourceCountry", "SE", XSDDatatype.XSDstring),
            fact("firstPublishedYear", "1851", XSDDatatype.XSDgYear),
            fact("firstPublishedYear", "0870", XSDDatatype.XSDgYear));
  }

  @Test
  void aFactWithoutANameOrValueSaysNothing() {
    var sets =
        SeedRecord.read(
                HEAD
                    + "facts:\n"
                    + "  - {fact: kind, value: null}\n"
                    + "  - {fact: kind}\n"
                    + "  - {value: text}\n"
                    + "  - {fact: kind, value: []}\n")
            .sets();
    assertThat(sets.getFirst().triples())
        .noneMatch(t -> t.getPredicate().getURI().startsWith(Terms.FACT_NAMESPACE));
  }

  @Test
  void aPreferenceIsSaidWhereItWasFoundInItsOwnWords() {
    var sets =
        SeedRecord.read(
                HEAD
                    + "preferences:\n"
                    + "  - {signal: content-usage, raw: \"train-ai=n, search=y\", carrier: robots.txt,"
                    + " source: \"https://b.example/robots.txt\", when: \"2026-10-02\"}\n")
            .sets();
    assertThat(said(sets, "Commons Registry editors", "https://b.example/robots.txt"))
        .extracting(t -> t.getPredicate().getURI().replaceFirst(".*[/#]", "") + " " + said(t))
        .contains(
            "signal content-usage",
            "raw train-ai=n, search=y",
            "carrier robots.txt",
            "source https://b.example/robots.txt",
            "date 2026-10-02");
  }

  @Test
  void aPreferenceOfAnUnknownFormIsRefusedWithTheFormsThereAre() {
    assertThatThrownBy(
            () -> SeedRecord.read(HEAD + "preferences:\n  - {signal: please, raw: \"n\"}\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("content-usage, content-signal")
        .hasMessageContaining("please");
  }

  private static String said(Triple triple) {
    var object = triple.getObject();
    return object.isLiteral() ? object.getLiteralLexicalForm() : object.toString();
  }

  private static List<Triple> said(List<Submission.StatementSet> sets, String by, String where) {
    return sets.stream()
        .filter(set -> set.by().equals(by) && set.where().equals(where))
        .flatMap(set -> set.triples().stream())
        .toList();
  }

  private static Triple fact(String name, String value, XSDDatatype type) {
    Node literal = NodeFactory.createLiteralDT(value, type);
    return Triple.create(Submission.THIS, Terms.fact(name), literal);
  }
}
