package org.commonsregistry.holdings.intake;

import org.commonsregistry.holdings.Holding;

/** What became of a file. */
public sealed interface IngestOutcome {

  /** It is held now. */
  record Ingested(Holding holding, IngestTally tally) implements IngestOutcome {}

  /** The same file is held for this dataset already; nothing was recorded. */
  record AlreadyHeld(Holding holding) implements IngestOutcome {}

  /**
   * Nothing of it is held.
   *
   * @param resumable whether what is durable is used when the same file comes again
   */
  record Refused(String reason, String remedy, boolean resumable) implements IngestOutcome {}
}
