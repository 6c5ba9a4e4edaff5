package org.commonsregistry.redundancy;

import java.util.List;
import org.commonsregistry.holdings.HoldingId;

/** One unchanging state of a {@link FingerprintIndex}. Only to be used while it is being read. */
public interface Fingerprints {
  /**
   * Tells the texts that have some hashes, in no order; of a hash that very many texts have, only
   * some.
   *
   * @param hashes ascending as unsigned numbers
   */
  void find(long[] hashes, Matches matches);

  /** The same for every hash from one to another, the latter exclusive, both not negative. */
  void walk(long from, long to, Matches matches);

  /** What is in the index, by holding and language. */
  List<Tally> tallies();

  /** Takes what was found: a hash, and then the texts that have it. */
  interface Matches {
    /**
     * May be told of the same hash several times; then the figures add up.
     *
     * @param documents how many texts have it, those counted that are being taken out
     */
    void hash(long hash, int documents);

    /**
     * @param ordinal of the text in its holding
     * @param language of the text
     */
    void text(HoldingId holding, long ordinal, String language);
  }

  /**
   * Texts of one language in one holding.
   *
   * @param hashes kept of all its texts
   */
  record Tally(HoldingId holding, String language, long documents, long words, long hashes) {}
}
