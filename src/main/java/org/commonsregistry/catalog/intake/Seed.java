package org.commonsregistry.catalog.intake;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.Published;
import org.commonsregistry.catalog.Publishing;
import org.commonsregistry.catalog.Publishing.OnCollision;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.EntryKind;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.vocabulary.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the seed catalogue at the first start. Interrupted half-way it starts again, and adds
 * nothing twice.
 */
@Singleton
public final class Seed {
  private static final EntryKind LOADED = new EntryKind("seed.loaded");
  private static final String SUBJECT = "urn:commons:seed";
  private static final Logger LOG = LoggerFactory.getLogger(Seed.class);

  private final Ledger ledger;
  private final Publishing publishing;

  Seed(Ledger ledger, Publishing publishing) {
    this.ledger = ledger;
    this.publishing = publishing;
  }

  /**
   * @return how many records were loaded, 0 when that was done before
   */
  public int loadOnce() {
    if (ledger.latestNumbers(List.of(SUBJECT)).containsKey(SUBJECT)) {
      return 0;
    }
    var submissions = new ArrayList<Submission>();
    ClassPathFolder.texts("seed", ".yaml")
        .forEach(
            (name, text) -> {
              try {
                submissions.add(SeedRecord.read(text));
              } catch (RuntimeException e) {
                throw new IllegalStateException(
                    "The seed record " + name + " cannot be read: " + e.getMessage(), e);
              }
            });
    for (var outcome : publishing.publish(submissions, Actor.REGISTRY, OnCollision.RENAME)) {
      if (outcome instanceof Published.Refused refused) {
        LOG.error("The seed record {} was refused: {}", refused.record(), refused.reason());
      }
    }
    var note =
        Quad.create(
            Quad.defaultGraphIRI,
            NodeFactory.createURI(SUBJECT),
            Terms.DESCRIPTION,
            NodeFactory.createLiteralString(submissions.size() + " seed records loaded"));
    ledger.append(Draft.of(LOADED, SUBJECT, Actor.REGISTRY, CanonicalQuads.of(List.of(note))));
    LOG.info("{} seed records loaded.", submissions.size());
    return submissions.size();
  }
}
