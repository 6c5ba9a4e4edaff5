package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonsregistry.vocabulary.Terms.*;

import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.rdf.BaseIri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageSignalsTest {
  @Test
  void aSignalIsKeptFromARecordOfACollection() throws IOException {
    var record =
        JsonLines.mapper()
            .readTree(
                "{\"title\": \"Whales\", \"source\": \"https://a.example/\", \"usageInfo\":"
                    + " [\"train-ai=n\", \"https://a.example/terms\"]}");
    assertThat(signals(CatalogueRecord.read(record))).containsExactly("content-usage train-ai=n");
  }

  @Test
  void aSignalIsKeptFromCroissantUnderTheNameOfItsForm() throws IOException {
    var croissant =
        JsonLines.mapper()
            .readTree(
                "{\"@type\": \"sc:Dataset\", \"name\": \"Whales\", \"usageInfo\": [{\"@type\":"
                    + " \"sc:CreativeWork\", \"name\": \"tdmrep\", \"text\": \"tdm-reservation: 1\","
                    + " \"url\": \"https://a.example/whales\"}, {\"@id\":"
                    + " \"http://purl.obolibrary.org/obo/DUO_0000042\"}]}");
    var submission = CroissantFile.read(croissant, "Whale office", "https://b.example/", base());
    assertThat(signals(submission)).containsExactly("tdmrep tdm-reservation: 1");
    assertThat(submission.sets().getFirst().triples())
        .anyMatch(
            t ->
                t.getPredicate().equals(SOURCE)
                    && t.getObject().getURI().equals("https://a.example/whales"));
  }

  @Test
  void aSignalIsKeptFromSchemaOrg() {
    assertThat(schemaOrg("schema:usageInfo \"Content-Signal: ai-train=no\""))
        .containsExactly("content-signal Content-Signal: ai-train=no");
    assertThat(
            schemaOrg(
                "schema:usageInfo [ a schema:CreativeWork ; schema:name \"content-usage\" ;"
                    + " schema:text \"train-ai=n\" ]"))
        .containsExactly("content-usage train-ai=n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema:usageInfo <https://a.example/terms>",
        "schema:usageInfo \"Please ask before you train a model on it.\"",
        "schema:usageInfo [ schema:name \"content-usage\" ]",
        "schema:usageInfo [ schema:name \"House rules\" ; schema:text \"Be kind.\" ]"
      })
  void whatIsNoSignalIsNotKeptAsOne(String said) {
    assertThat(schemaOrg(said)).isEmpty();
  }

  private static List<String> schemaOrg(String said) {
    Graph graph =
        RDFParser.fromString(
                "PREFIX schema: <https://schema.org/> <https://a.example/whales> a schema:Dataset ;"
                    + " schema:name \"Whales\" ; "
                    + said
                    + " .",
                Lang.TURTLE)
            .toGraph();
    var quads = graph.stream().map(t -> Quad.create(Quad.defaultGraphIRI, t)).toList();
    var taken =
        (Taken.Readable)
            RdfCatalogue.read(quads, base(), new RdfCatalogue.Speaker("Whale office", "", ""))
                .getFirst();
    return signals(taken.submission());
  }

  private static List<String> signals(Submission submission) {
    var triples = submission.sets().stream().flatMap(set -> set.triples().stream()).toList();
    return triples.stream()
        .filter(t -> t.getPredicate().equals(PREFERENCE))
        .map(t -> value(t.getObject(), SIGNAL, triples) + " " + value(t.getObject(), RAW, triples))
        .toList();
  }

  private static String value(Node subject, Node property, List<Triple> triples) {
    return triples.stream()
        .filter(t -> t.getSubject().equals(subject) && t.getPredicate().equals(property))
        .map(t -> t.getObject().getLiteralLexicalForm())
        .findFirst()
        .orElse("");
  }

  private static BaseIri base() {
    return new BaseIri("https://registry.example/");
  }
}
