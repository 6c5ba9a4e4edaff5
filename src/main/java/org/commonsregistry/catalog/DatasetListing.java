package org.commonsregistry.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.Ledger;

/**
 * All standing datasets in the order of their names, page by page. The cursor is a name, so pages
 * stay right when datasets come and go meanwhile. Thread-safe.
 */
@Singleton
public final class DatasetListing {
  private static final String PREFIX = "urn:commons:dataset:";
  private static final int SHORTEST_COMMON_BEGINNING = 3;

  private final Ledger ledger;
  private volatile Count count = new Count(-1, 0);

  DatasetListing(Ledger ledger) {
    this.ledger = ledger;
  }

  private record Count(long head, long total) {}

  /**
   * @param versions as they stand
   * @param next cursor of the next page; empty on the last one
   */
  public record Page(List<DatasetVersion> versions, Optional<DatasetId> next) {}

  /**
   * @param after name of the last dataset of the page before; need not exist any more
   */
  public Page page(Optional<DatasetId> after, int limit) {
    var versions = new ArrayList<DatasetVersion>();
    var cursor = after.map(DatasetId::iri).orElse(PREFIX);
    while (true) {
      var subjects = ledger.subjects(PREFIX, cursor, limit + 1);
      var standing = ledger.standing(subjects, Long.MAX_VALUE);
      var numbers = ledger.readableCounts(subjects);
      for (var subject : subjects) {
        var entry = standing.get(subject);
        if (entry == null || !entry.kind().equals(DatasetKinds.DESCRIBED)) {
          continue;
        }
        if (versions.size() == limit) {
          return new Page(versions, Optional.of(versions.getLast().id()));
        }
        version(entry, numbers.getOrDefault(subject, 1)).ifPresent(versions::add);
      }
      if (subjects.size() <= limit) {
        return new Page(versions, Optional.empty());
      }
      cursor = subjects.getLast();
    }
  }

  /** How many datasets stand. */
  public long total() {
    var head = ledger.head();
    var known = count;
    if (known.head() != head) {
      known = new Count(head, ledger.countStanding(PREFIX, DatasetKinds.DESCRIBED));
      count = known;
    }
    return known.total();
  }

  /**
   * Names that begin as this one does, the longest common beginning first; for somebody who
   * mistyped.
   */
  public List<DatasetId> near(String slug, int limit) {
    for (var length = slug.length(); length >= SHORTEST_COMMON_BEGINNING; length--) {
      var beginning = PREFIX + slug.substring(0, length);
      var found =
          ledger.subjects(beginning, "", limit).stream()
              .flatMap(subject -> DatasetId.ofIri(subject).stream())
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static Optional<DatasetVersion> version(Entry entry, int number) {
    return Datasets.read(entry)
        .map(
            dataset ->
                new DatasetVersion(
                    dataset.id(),
                    entry.sequence(),
                    number,
                    entry.recordedAt(),
                    entry.actor().id(),
                    false,
                    "",
                    dataset,
                    entry.payload().orElseThrow()));
  }
}
