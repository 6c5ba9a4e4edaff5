package org.commonsregistry.home;

import org.commonsregistry.testing.TestHome;

/** The disk of a test's home, as full as the test wants it. */
public final class TestSpace {
  private TestSpace() {}

  public static Home home(TestHome home) {
    return new Home(home.folder().toString());
  }

  /**
   * @param bytes with less left nothing is written
   */
  public static FreeSpace reserving(TestHome home, long bytes) {
    return new FreeSpace(home(home), bytes);
  }
}
