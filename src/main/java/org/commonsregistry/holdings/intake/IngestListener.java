package org.commonsregistry.holdings.intake;

import org.commonsregistry.holdings.Rejection;

/** Who hears how an ingest goes, on the thread that reads the file. */
public interface IngestListener {
  void progress(IngestTally tally);

  void rejected(Rejection rejection);
}
