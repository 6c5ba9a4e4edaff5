package org.commonsregistry.home;

import java.nio.file.Path;

/** The disk of the home is too full to write; nothing was. */
public final class HomeFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HomeFullException(Path home, long left, long reserve) {
    super(
        "The disk of "
            + home
            + " is full: "
            + (left >> 20)
            + " MB are left, and writing stops below "
            + (reserve >> 20)
            + " MB. Free some space; nothing that was recorded is lost.");
  }
}
