package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.Dataset.StatedFact;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.Test;

class StatedFactsTest {
  private static final Node WHALES = NodeFactory.createURI("urn:commons:dataset:whales");
  private final List<Quad> quads = new ArrayList<>();

  @Test
  void everySourceIsHeardAndContradictionsStaySideBySide() {
    says("library", Terms.fact("creatorDeathYear"), typed("1955", XSDDatatype.XSDgYear));
    says("archive", Terms.fact("creatorDeathYear"), typed("1956", XSDDatatype.XSDgYear));
    says("archive", Terms.fact("kind"), NodeFactory.createLiteralString("text"));
    assertThat(facts())
        .containsExactly(
            new StatedFact("creatorDeathYear", "1955", "library"),
            new StatedFact("creatorDeathYear", "1956", "archive"),
            new StatedFact("kind", "text", "archive"));
  }

  @Test
  void theWaysToWriteTrueAreOne() {
    says("library", Terms.fact("contested"), typed("1", XSDDatatype.XSDboolean));
    says("library", Terms.fact("contested"), typed("true", XSDDatatype.XSDboolean));
    says("library", Terms.fact("unpublished"), typed("0", XSDDatatype.XSDboolean));
    assertThat(facts())
        .containsExactly(
            new StatedFact("contested", "true", "library"),
            new StatedFact("unpublished", "false", "library"));
  }

  @Test
  void namesThatNoRuleKnowsAreReadAllTheSame() {
    says("library", Terms.fact("shelfColour"), NodeFactory.createLiteralString(" green "));
    assertThat(facts()).containsExactly(new StatedFact("shelfColour", "green", "library"));
  }

  @Test
  void whatIsNoPlainValueIsLeftToTheStatements() {
    says("library", Terms.fact("creatorDeathYear"), typed("long ago", XSDDatatype.XSDgYear));
    says("library", Terms.fact("kind"), NodeFactory.createURI("https://a.example/text"));
    says("library", Terms.fact("kind"), NodeFactory.createLiteralString("  "));
    says("library", Terms.fact("kind"), NodeFactory.createLiteralString("x".repeat(201)));
    says("library", Terms.fact("a/b"), NodeFactory.createLiteralString("text"));
    says("library", Terms.fact(""), NodeFactory.createLiteralString("text"));
    says("library", Terms.commons("kind"), NodeFactory.createLiteralString("text"));
    assertThat(facts()).isEmpty();
  }

  @Test
  void whatIsSaidAboutAnotherDatasetIsNotAboutThisOne() {
    quads.add(
        Quad.create(
            NodeFactory.createURI("urn:commons:statements:whales:library"),
            NodeFactory.createURI("urn:commons:dataset:seals"),
            Terms.fact("kind"),
            NodeFactory.createLiteralString("text")));
    assertThat(facts()).isEmpty();
  }

  private List<StatedFact> facts() {
    return DatasetReader.read(new DatasetId("whales"), quads).facts();
  }

  private void says(String set, Node property, Node value) {
    var graph = NodeFactory.createURI("urn:commons:statements:whales:" + set);
    quads.add(Quad.create(graph, WHALES, property, value));
  }

  private static Node typed(String lexical, XSDDatatype type) {
    return NodeFactory.createLiteralDT(lexical, type);
  }
}
