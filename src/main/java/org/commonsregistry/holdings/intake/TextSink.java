package org.commonsregistry.holdings.intake;

import java.io.IOException;

/** Where a file's records go, in order. */
interface TextSink {

  void text(RawText text) throws IOException;

  /** A record that cannot be taken. */
  void reject(String place, String reason) throws IOException;
}
