package org.commonsregistry.terms.licence;

/** What one name or address stands for. */
sealed interface Meaning {
  /** A licence or an expression of several. */
  record Exactly(LicenceExpression expression) implements Meaning {}

  /** Some licence of a family. */
  record Kin(LicenceFamily family) implements Meaning {}

  /** Words that say that nothing is stated. */
  record Nothing() implements Meaning {}

  /** Words that look like a licence and do not lead to one. */
  record Vague(String why) implements Meaning {}

  static Meaning exactly(LicenceExpression expression) {
    return new Exactly(expression);
  }

  /** The meaning in words, for a reason. */
  default String words() {
    return switch (this) {
      case Exactly exactly -> exactly.expression().text();
      case Kin kin -> "the family " + kin.family().token();
      case Nothing _ -> "nothing";
      case Vague vague -> vague.why();
    };
  }
}
