package org.commonsregistry.catalog;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.CanonicalQuads;
import org.jspecify.annotations.Nullable;

/** What the registry says about a subject at the moment. Not thread-safe. */
final class Standing {
  private final long latest;
  private final Optional<Entry> entry;
  private final @Nullable Ledger ledger;
  private @Nullable Set<String> identifiers;

  Standing(long latest, Optional<Entry> entry, @Nullable Ledger ledger) {
    this.latest = latest;
    this.entry = entry;
    this.ledger = ledger;
  }

  static Standing nothing() {
    return new Standing(0, Optional.empty(), null);
  }

  /** Number of the subject's last entry, 0 when it has none. */
  long latest() {
    return latest;
  }

  boolean exists() {
    return entry.filter(e -> e.kind().equals(DatasetKinds.DESCRIBED)).isPresent();
  }

  boolean withdrawn() {
    return entry.filter(e -> e.kind().equals(DatasetKinds.WITHDRAWN)).isPresent();
  }

  CanonicalQuads payload() {
    return exists()
        ? entry.flatMap(Entry::payload).orElse(CanonicalQuads.EMPTY)
        : CanonicalQuads.EMPTY;
  }

  /**
   * Whether this is the dataset that a source calls so. When nothing of it can be read any more,
   * nobody else may take its place.
   */
  boolean knows(DatasetId id, String origin) {
    var known = identifiers;
    if (known == null) {
      known = exists() ? VersionDraft.identifiers(id, payload()) : identifiersOnceGiven(id);
      identifiers = known;
    }
    return known.contains(origin) || !exists() && known.isEmpty();
  }

  private Set<String> identifiersOnceGiven(DatasetId id) {
    var given = new HashSet<String>();
    if (ledger != null) {
      for (var earlier : ledger.history(id.iri())) {
        if (earlier.kind().equals(DatasetKinds.DESCRIBED)) {
          earlier.payload().ifPresent(p -> given.addAll(VersionDraft.identifiers(id, p)));
        }
      }
    }
    return given;
  }
}
