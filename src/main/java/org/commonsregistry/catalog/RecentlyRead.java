package org.commonsregistry.catalog;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import org.commonsregistry.ledger.Entry;

/**
 * Datasets as they were read from their entries, the latest used ones. An entry never changes, so
 * its number is enough to know it by; parents of many datasets are read once. Thread-safe.
 */
@Singleton
final class RecentlyRead {
  /** Of payloads; what is made of them takes several times as much. */
  private static final int MOST_BYTES = 8 << 20;

  private final LinkedHashMap<Long, Kept> kept = new LinkedHashMap<>(256, 0.75f, true);
  private int bytes;

  private record Kept(Dataset dataset, int bytes) {}

  /**
   * @param entry a description with its payload
   */
  Dataset of(DatasetId id, Entry entry) {
    synchronized (this) {
      var found = kept.get(entry.sequence());
      if (found != null) {
        return found.dataset();
      }
    }
    var payload = entry.payload().orElseThrow();
    var dataset = DatasetReader.read(id, payload.quads());
    keep(entry.sequence(), new Kept(dataset, payload.toBytes().length));
    return dataset;
  }

  private synchronized void keep(long sequence, Kept read) {
    forget(sequence);
    kept.put(sequence, read);
    bytes += read.bytes();
    while (bytes > MOST_BYTES) {
      forget(kept.firstEntry().getKey());
    }
  }

  /** After a redaction. */
  synchronized void forget(long sequence) {
    var old = kept.remove(sequence);
    bytes -= old == null ? 0 : old.bytes();
  }
}
