package org.commonsregistry.terms;

import java.util.Collection;

/** Answers questions about what may be done from the statements about a dataset's terms. */
public final class Terms {
  private Terms() {}

  /**
   * Weighs the statements layer by layer. Licences are closed-world: what is not granted needs an
   * agreement. Preferences are open-world: silence changes nothing. What nobody stated is unknown,
   * never permitted.
   */
  public static Permission permission(
      Collection<? extends TermStatement> statements, Question question) {
    return new Weighing(statements, question).permission();
  }
}
