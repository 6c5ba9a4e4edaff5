package org.commonsregistry.holdings.intake;

import java.io.IOException;

/** A file that cannot be taken as a whole. The message says why, {@link #remedy} what to do. */
final class FileRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  FileRefusedException(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
