package org.commonsregistry.redundancy;

/** The verdict in one word. */
public enum Band {
  ALREADY_THERE("already-there"),
  MOSTLY("mostly"),
  PARTLY("partly"),
  NEW("new"),
  NOT_ENOUGH_EVIDENCE("not-enough-evidence");

  /** With fewer words no figure is given. */
  static final long FEWEST_WORDS = 300;

  /** With a wider interval no figure is given. */
  static final double WIDEST = 0.3;

  private final String token;

  Band(String token) {
    this.token = token;
  }

  public String token() {
    return token;
  }

  /**
   * @param share what was found of what was asked for
   * @param interval around it
   * @param words of the text
   */
  static Band of(double share, Interval interval, long words) {
    if (words < FEWEST_WORDS || interval.width() > WIDEST) {
      return NOT_ENOUGH_EVIDENCE;
    }
    return share >= 0.8 ? ALREADY_THERE : share >= 0.5 ? MOSTLY : share >= 0.2 ? PARTLY : NEW;
  }
}
