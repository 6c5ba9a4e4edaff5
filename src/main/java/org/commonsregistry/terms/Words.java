package org.commonsregistry.terms;

/** Other people's words, bounded so that they fit into a sentence. */
final class Words {
  private static final int LONGEST = 200;

  private Words() {}

  static String shortened(String words) {
    return words.length() <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }
}
