package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  private static final Node ITEM = NodeFactory.createURI("urn:commons:dataset:x");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void areTriplesWithTypedLiterals() {
    var facts =
        Facts.of(
            Map.of(
                "kind", FactValue.words("text", "law"),
                "creatorDeathYear", FactValue.years(-43, 800),
                "notice", FactValue.truth(true)));
    assertThat(facts.triples(ITEM).stream().map(triple -> triple.getObject().toString()))
        .containsExactly(
            "\"-0043\"^^xsd:gYear",
            "\"0800\"^^xsd:gYear",
            "\"law\"",
            "\"text\"",
            "\"true\"^^xsd:boolean");
    assertThat(facts.triples(ITEM).getFirst().getPredicate().getURI())
        .isEqualTo("https://commonsregistry.org/ns/fact/creatorDeathYear");
  }

  /** Made with sha256sum from the N-Triples. */
  @Test
  void haveTheHashOfTheirSortedNTriples() {
    var facts =
        Facts.of(
            Map.of("kind", FactValue.words("text"), "firstPublishedYear", FactValue.years(1930)));
    assertThat(facts.hash(NodeFactory.createURI("urn:commons:item")).hex())
        .isEqualTo("eed3cb8c8a123e9f1798e7770187b8af45c425397564ebfbd73949886929e870");
  }

  @Property
  void comeBackFromTriplesInAnyOrderAndFromJson(@ForAll("facts") Facts facts) throws IOException {
    var triples = new java.util.ArrayList<>(facts.triples(ITEM));
    Collections.reverse(triples);
    triples.add(
        facts.triples(NodeFactory.createURI("urn:other")).stream()
            .findFirst()
            .orElse(org.apache.jena.graph.Triple.create(ITEM, ITEM, ITEM)));
    assertThat(Facts.fromTriples(ITEM, triples)).isEqualTo(facts);
    assertThat(Facts.fromJson(JSON.readTree(facts.toJson().toString()))).isEqualTo(facts);
  }

  @Property
  void differInHashWhenTheyDiffer(@ForAll("facts") Facts one, @ForAll("facts") Facts other) {
    assertThat(one.hash(ITEM).equals(other.hash(ITEM))).isEqualTo(one.equals(other));
  }

  @Provide
  Arbitrary<Facts> facts() {
    return Generated.facts();
  }

  @Test
  void ofAnotherItemHaveAnotherHash() {
    var facts = Facts.of(Map.of("kind", FactValue.words("text")));
    assertThat(facts.hash(ITEM)).isNotEqualTo(facts.hash(NodeFactory.createURI("urn:other")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                          | Facts are an object
          {"kind": null}              | 'kind' has null; expected: a word, a year, true or false
          {"kind": ""}                | 'kind' has ""
          {"kind": []}                | 'kind' has []; expected: words or years
          {"kind": ["text", 5]}       | 'kind' has ["text",5]; expected: words or years
          {"kind": {"is": "text"}}    | 'kind' has {"is":"text"}
          {"kind": [true]}            | 'kind' has true; expected: a word, a year
          {"creatorDeathYear": 19.5}  | 'creatorDeathYear' has 19.5
          {"creatorDeathYear": 10000} | 'creatorDeathYear' has 10000
          {"creatorDeathYear": 1e99}  | 'creatorDeathYear' has 1.0E99
          """)
  void thatAreNoFactsAreRefused(String json, String message) {
    assertThatThrownBy(() -> Facts.fromJson(JSON.readTree(json)))
        .isInstanceOf(FactsRefusedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void thatDoNotFitTheVocabularyAreNamed() {
    var vocabulary =
        Written.ruleset(Written.policy("p", "{fact: kind, is: law}", "market")).vocabulary();
    var facts =
        Facts.of(
            Map.of(
                "colour", FactValue.words("red"),
                "kind", FactValue.words("painting"),
                "licence", FactValue.years(1955),
                "published", FactValue.years(1955, 1956),
                "notice", FactValue.truth(true)));
    assertThat(vocabulary.faults(facts))
        .containsExactly(
            "There is no fact 'colour'.",
            "The fact 'kind' is one of law, sound-recording, text; found painting.",
            "The fact 'licence' is a word, found 1955.",
            "The fact 'published' has one value, found 1955, 1956.");
    assertThat(
            vocabulary.faults(
                facts.without("colour").without("kind").without("licence").without("published")))
        .isEmpty();
  }

  @Test
  void ofTheWrongTypeCountAsNotKnown() {
    var ruleset = Written.ruleset(Written.policy("p", "{fact: reserved, is: false}", "market"));
    var wrong = Facts.of(Map.of("reserved", FactValue.words("no")));
    var judgement =
        ruleset.judge(wrong, Place.ANYWHERE, java.time.LocalDate.parse("2026-01-01"), "urn:x:y");
    assertThat(judgement.undecided().getFirst().missing()).containsExactly("reserved");
  }
}
