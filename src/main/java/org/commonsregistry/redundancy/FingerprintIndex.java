package org.commonsregistry.redundancy;

import java.util.Collection;
import java.util.function.Function;
import org.commonsregistry.holdings.HoldingId;

/**
 * Which hashes are in which text of which holding. Everything in it can be made again from the
 * holdings. Thread-safe; reads go on while it is written.
 */
public interface FingerprintIndex {
  /** Hashes are kept at this scale and all larger ones. */
  int SCALE = 16;

  /**
   * Takes holdings out and in, all or nothing, also after a crash; memory does not grow with their
   * size.
   *
   * @param gone also those that come anew
   * @param feed hands on the texts that come, called once
   * @param upTo what {@link #reached} says from now on
   */
  void apply(Collection<HoldingId> gone, Feed feed, long upTo);

  /** The ledger number the index has followed to. */
  long reached();

  /** Takes everything out; {@link #reached} is 0 again. */
  void clear();

  /** Answers from one state of the index. */
  <T> T read(Function<Fingerprints, T> reading);

  /** Where texts come from. */
  @FunctionalInterface
  interface Feed {
    void to(Sink sink);
  }

  /** Where they go to. */
  @FunctionalInterface
  interface Sink {
    void put(HoldingId holding, Fingerprint fingerprint);
  }
}
