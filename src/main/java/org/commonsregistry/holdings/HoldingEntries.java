package org.commonsregistry.holdings;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.ledger.Recorded;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.vocabulary.Terms;

/** Records in the ledger what came and what was withdrawn. Thread-safe. */
@Singleton
public final class HoldingEntries {
  private static final int PAGE = 1_000;

  private final Ledger ledger;
  private final Holdings holdings;
  private final Projector projector;

  HoldingEntries(Ledger ledger, Holdings holdings, Projector projector) {
    this.ledger = ledger;
    this.holdings = holdings;
    this.projector = projector;
  }

  /** Whether there ever was a holding of that name. */
  public boolean known(HoldingId id) {
    return ledger.latestNumbers(List.of(id.iri())).containsKey(id.iri());
  }

  /** What a process left undone that ended between an entry and the views' hearing of it. */
  @EventListener
  void onServerStartup(ServerStartupEvent event) {
    var datasets = holdings.all().stream().map(holding -> holding.id().dataset().iri()).distinct();
    projector.refresh(datasets.toList());
  }

  /** Gives a holding the next number of its dataset; numbers are never given twice. */
  public Holding record(DatasetId dataset, NewHolding holding, Actor actor) {
    while (true) {
      var id = new HoldingId(dataset, last(dataset) + 1);
      var draft =
          Draft.of(HoldingKinds.INGESTED, id.iri(), actor, HoldingStatements.payload(holding, id))
              .after(0);
      switch (ledger.append(draft)) {
        case Recorded.Done done -> {
          projector.refresh(List.of(dataset.iri()));
          return HoldingStatements.read(done.entry());
        }
        case Recorded.Stale stale -> {
          continue; // somebody else took the number
        }
      }
    }
  }

  private int last(DatasetId dataset) {
    var beginning = HoldingId.PREFIX + dataset.slug() + ":";
    var last = 0;
    var subjects = ledger.subjects(beginning, "", PAGE);
    while (!subjects.isEmpty()) {
      for (var subject : subjects) {
        last = Math.max(last, HoldingId.ofIri(subject).map(HoldingId::number).orElse(0));
      }
      subjects = ledger.subjects(beginning, subjects.getLast(), PAGE);
    }
    return last;
  }

  /**
   * Takes a holding out of every answer; its blobs stay, and so does what the ledger says of it.
   *
   * @return the number of the entry, or empty when it does not stand
   */
  public Optional<Long> withdraw(HoldingId id, Actor actor, String reason) {
    var holding = holdings.find(id);
    if (holding.isEmpty()) {
      return Optional.empty();
    }
    var why =
        CanonicalQuads.of(
            List.of(
                Quad.create(
                    Quad.defaultGraphIRI,
                    NodeFactory.createURI(id.iri()),
                    Terms.DESCRIPTION,
                    NodeFactory.createLiteralString(TextCleaning.clean(reason)))));
    var draft =
        Draft.of(HoldingKinds.WITHDRAWN, id.iri(), actor, why).after(holding.get().sequence());
    return switch (ledger.append(draft)) {
      case Recorded.Done done -> {
        projector.refresh(List.of(id.dataset().iri()));
        yield Optional.of(done.entry().sequence());
      }
      case Recorded.Stale stale -> Optional.empty(); // somebody else was faster
    };
  }
}
