package org.commonsregistry.catalog;

import static org.commonsregistry.vocabulary.Terms.DESCRIPTION;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Recorded;
import org.commonsregistry.rdf.CanonicalQuads;

/** The datasets of this registry with all their versions, read from the ledger. Thread-safe. */
@Singleton
public final class Datasets {
  private final Ledger ledger;
  private final Origins origins;
  private final RecentlyRead recent;

  Datasets(Ledger ledger, Origins origins, RecentlyRead recent) {
    this.ledger = ledger;
    this.origins = origins;
    this.recent = recent;
  }

  /** The datasets that sources call by these identifiers, as far as there are any. */
  public Map<String, DatasetId> named(Collection<String> identifiers) {
    return origins.named(identifiers);
  }

  /**
   * The standing version; a withdrawn dataset's says so. Empty when there never was one, or nothing
   * of it may be read any more.
   */
  public Optional<DatasetVersion> current(DatasetId id) {
    return asOf(id, Long.MAX_VALUE);
  }

  /**
   * What stood for some datasets at a ledger number, read in one go, without their histories; those
   * of which nothing may be read any more are missing.
   */
  public Map<DatasetId, Latest> latest(Collection<DatasetId> ids, long sequence) {
    var latest = new HashMap<DatasetId, Latest>();
    ledger
        .standing(ids.stream().map(DatasetId::iri).toList(), sequence)
        .values()
        .forEach(
            entry ->
                DatasetId.ofIri(entry.subject())
                    .ifPresent(
                        id ->
                            latest.put(
                                id, new Latest(id, entry.sequence(), described(id, entry)))));
    return latest;
  }

  /**
   * @param sequence of the entry
   * @param dataset empty when it was withdrawn
   */
  public record Latest(DatasetId id, long sequence, Optional<Dataset> dataset) {}

  /** The version that stood at a ledger number. */
  public Optional<DatasetVersion> asOf(DatasetId id, long sequence) {
    var versions =
        readable(id).stream().filter(version -> version.entry().sequence() <= sequence).toList();
    return versions.isEmpty() ? Optional.empty() : Optional.of(version(id, versions.getLast()));
  }

  /** Every version that can still be read, oldest first; redacted ones are left out. */
  public List<DatasetVersion> history(DatasetId id) {
    return readable(id).stream().map(version -> version(id, version)).toList();
  }

  /**
   * @param described the last description up to here; the entry itself unless that is a withdrawal
   */
  private record Readable(Entry entry, Entry described, int number) {}

  private List<Readable> readable(DatasetId id) {
    var versions = new ArrayList<Readable>();
    for (var entry : ledger.history(id.iri())) {
      if (entry.redacted()) {
        recent.forget(entry.sequence());
        continue;
      }
      if (entry.kind().equals(DatasetKinds.DESCRIBED)) {
        versions.add(new Readable(entry, entry, versions.size() + 1));
      } else if (entry.kind().equals(DatasetKinds.WITHDRAWN) && !versions.isEmpty()) {
        versions.add(new Readable(entry, versions.getLast().described(), versions.size() + 1));
      }
    }
    return versions;
  }

  private Optional<Dataset> described(DatasetId id, Entry entry) {
    return entry.kind().equals(DatasetKinds.DESCRIBED)
        ? Optional.of(recent.of(id, entry))
        : Optional.empty();
  }

  private DatasetVersion version(DatasetId id, Readable version) {
    var entry = version.entry();
    var payload = version.described().payload().orElseThrow();
    var withdrawn = entry.kind().equals(DatasetKinds.WITHDRAWN);
    return new DatasetVersion(
        id,
        entry.sequence(),
        version.number(),
        entry.recordedAt(),
        entry.actor().id(),
        withdrawn,
        withdrawn ? reason(entry) : "",
        recent.of(id, version.described()),
        payload);
  }

  private static String reason(Entry entry) {
    var quads = entry.payload().orElse(CanonicalQuads.EMPTY).quads();
    return quads.isEmpty() ? "" : quads.getFirst().getObject().getLiteralLexicalForm();
  }

  /** The same, of an entry whose quads are at hand. */
  static Optional<Dataset> read(Entry entry, List<Quad> quads) {
    return entry.kind().equals(DatasetKinds.DESCRIBED)
        ? DatasetId.ofIri(entry.subject()).map(id -> DatasetReader.read(id, quads))
        : Optional.empty();
  }

  /** The dataset of a standing entry of kind {@link DatasetKinds#DESCRIBED}. */
  public static Optional<Dataset> read(Entry entry) {
    return entry.kind().equals(DatasetKinds.DESCRIBED)
        ? DatasetId.ofIri(entry.subject())
            .map(id -> DatasetReader.read(id, entry.payload().orElseThrow().quads()))
        : Optional.empty();
  }

  /**
   * Takes a dataset out of the catalogue; its versions stay readable, importing it again does not
   * bring it back.
   *
   * @return the number of the entry, or empty when it is not there to be withdrawn
   */
  public Optional<Long> withdraw(DatasetId id, Actor actor, String reason) {
    var versions = readable(id);
    if (versions.isEmpty() || versions.getLast().entry().kind().equals(DatasetKinds.WITHDRAWN)) {
      return Optional.empty();
    }
    var why =
        CanonicalQuads.of(
            List.of(
                Quad.create(
                    Quad.defaultGraphIRI,
                    NodeFactory.createURI(id.iri()),
                    DESCRIPTION,
                    NodeFactory.createLiteralString(TextCleaning.clean(reason)))));
    var recorded = ledger.append(Draft.of(DatasetKinds.WITHDRAWN, id.iri(), actor, why));
    return switch (recorded) {
      case Recorded.Done done -> Optional.of(done.entry().sequence());
      case Recorded.Stale stale -> throw new IllegalStateException("no basis was given: " + stale);
    };
  }
}
