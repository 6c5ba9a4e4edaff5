package org.commonsregistry.search.lucene;

/**
 * How generously a question is read. The first that finds enough is taken, and kept for the
 * following pages.
 */
enum Breadth {
  /** All words, in any inflection. */
  EXACT,
  /** All words, also as the beginning or a part of a word in a title or name. */
  PARTS,
  /** Two thirds of the words. */
  MOST,
  /** Any word. */
  ANY;

  /** How many of so many required clauses must match. */
  int required(int clauses) {
    return switch (this) {
      case EXACT, PARTS -> clauses;
      case MOST -> Math.max(1, clauses * 2 / 3);
      case ANY -> 1;
    };
  }
}
