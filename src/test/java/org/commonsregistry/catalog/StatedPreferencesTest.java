package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonsregistry.vocabulary.Terms.*;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.Dataset.PreferenceSignal;
import org.junit.jupiter.api.Test;

class StatedPreferencesTest {
  private static final Node WHALES = NodeFactory.createURI("urn:commons:dataset:whales");
  private final List<Quad> quads = new ArrayList<>();

  @Test
  void aSignalIsReadWithItsTextAndWhereItWasFound() {
    var node = signal("host", "content-usage", "train-ai=n, search=y");
    says("host", node, CARRIER, text("HTTP header"));
    says("host", node, DATE, text("2026-10-02"));
    says("host", node, SOURCE, NodeFactory.createURI("urn:commons:statements:whales:host"));
    says("host", node, SOURCE, NodeFactory.createURI("https://a.example/whales.csv"));
    assertThat(preferences())
        .containsExactly(
            new PreferenceSignal(
                "content-usage",
                "train-ai=n, search=y",
                "HTTP header",
                "https://a.example/whales.csv",
                "2026-10-02",
                "host"));
  }

  @Test
  void signalsThatDisagreeStandSideBySide() {
    signal("host", "content-usage", "train-ai=n");
    signal("mirror", "content-usage", "train-ai=y");
    signal("host", "tdmrep", "tdm-reservation: 0");
    assertThat(preferences())
        .extracting(it -> it.signal() + " " + it.raw() + " " + it.source())
        .containsExactly(
            "content-usage train-ai=n host",
            "content-usage train-ai=y mirror",
            "tdmrep tdm-reservation: 0 host");
  }

  @Test
  void whatCannotBeReadIsKeptAsText() {
    signal("host", "content-usage", "whatever they wrote");
    assertThat(preferences())
        .extracting(PreferenceSignal::raw)
        .containsExactly("whatever they wrote");
  }

  @Test
  void whatIsNoSignalIsLeftToTheStatements() {
    signal("host", "please", "train-ai=n");
    signal("host", "content-usage", "  ");
    signal("host", "robots", "x".repeat(65_537));
    says("host", WHALES, PREFERENCE, text("train-ai=n"));
    assertThat(preferences()).isEmpty();
  }

  @Test
  void aTextOfTheLongestLengthIsRead() {
    signal("host", "robots", "x".repeat(65_536));
    assertThat(preferences()).hasSize(1);
  }

  private List<PreferenceSignal> preferences() {
    return DatasetReader.read(new DatasetId("whales"), quads).preferences();
  }

  private Node signal(String set, String form, String raw) {
    var node = NodeFactory.createURI("urn:commons:node:whales:" + quads.size());
    says(set, WHALES, PREFERENCE, node);
    says(set, node, SIGNAL, text(form));
    says(set, node, RAW, text(raw));
    return node;
  }

  private void says(String set, Node subject, Node property, Node value) {
    var graph = NodeFactory.createURI("urn:commons:statements:whales:" + set);
    quads.add(Quad.create(graph, subject, property, value));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
