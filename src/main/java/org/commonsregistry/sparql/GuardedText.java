package org.commonsregistry.sparql;

/**
 * Text that a regular expression looks at one character at a time, so that a pattern which
 * backtracks for ever ends with its query: Java's matcher listens to nothing else.
 */
final class GuardedText implements CharSequence {
  private static final int OFTEN = 0xFFFF;

  private final String text;
  private int looks;

  GuardedText(String text) {
    this.text = text;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if ((++looks & OFTEN) == 0) {
      Cancellation.check();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
