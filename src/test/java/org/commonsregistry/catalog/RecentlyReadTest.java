package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.rdf.CanonicalQuads;
import org.junit.jupiter.api.Test;

class RecentlyReadTest {
  private static final DatasetId WIKIDATA = new DatasetId("wikidata");

  private final RecentlyRead recent = new RecentlyRead();

  @Test
  void anEntryIsReadOnce() {
    var first = recent.of(WIKIDATA, entry(1, "Wikidata"));

    assertThat(recent.of(WIKIDATA, entry(1, "Wikidata"))).isSameAs(first);
  }

  @Test
  void anotherEntryOfTheSameDatasetIsReadItself() {
    recent.of(WIKIDATA, entry(1, "Wikidata"));

    assertThat(recent.of(WIKIDATA, entry(2, "Wikidata, renamed")).titles().values())
        .containsExactly("Wikidata, renamed");
  }

  @Test
  void whatWasRedactedIsNotKept() {
    var first = recent.of(WIKIDATA, entry(1, "Wikidata"));
    recent.forget(1);
    recent.forget(1);

    assertThat(recent.of(WIKIDATA, entry(1, "Wikidata"))).isNotSameAs(first);
  }

  @Test
  void onlySoMuchIsKept() {
    var first = recent.of(WIKIDATA, entry(1, "Wikidata"));
    for (var sequence = 2; sequence <= 12; sequence++) {
      recent.of(WIKIDATA, entry(sequence, "x".repeat(900_000)));
    }

    assertThat(recent.of(WIKIDATA, entry(1, "Wikidata"))).isNotSameAs(first);
  }

  private static Entry entry(long sequence, String title) {
    return new Entry(
        sequence,
        DatasetKinds.DESCRIBED,
        WIKIDATA.iri(),
        new Actor("urn:commons:actor:operator"),
        Instant.EPOCH,
        Optional.of(
            CanonicalQuads.of(
                List.of(
                    Quad.create(
                        NodeFactory.createURI("urn:commons:source:a"),
                        NodeFactory.createURI(WIKIDATA.iri()),
                        DCTerms.title.asNode(),
                        NodeFactory.createLiteralString(title))))),
        Optional.of(new byte[32]),
        new byte[32],
        OptionalLong.empty());
  }
}
