package org.commonsregistry.terms.licence;

/** What one name or address stands for. */
sealed interface Meaning {
  /** A licence or an expression of several. */
  record Exactly(LicenceExpression expression) implements Meaning {}

  /**
   * Some licence of a family, called by a name that all licences have whose identifier begins so
   * ("CC BY"); with an empty name, any of the family.
   */
  record Kin(LicenceFamily family, String called) implements Meaning {
    boolean mayBe(LicenceExpression expression) {
      return called.isEmpty()
          || (expression instanceof LicenceExpression.Id id
              && (Word.key(Word.of(id.id())) + " ").startsWith(called + " "));
    }
  }

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
