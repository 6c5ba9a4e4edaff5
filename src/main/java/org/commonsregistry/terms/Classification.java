package org.commonsregistry.terms;

/**
 * What the rules in force call the dataset. Shown with an answer, never part of it: the zone
 * follows from the terms, not the terms from the zone.
 *
 * @param zone {@code commons}, {@code use-restricted}, {@code market} or {@code undetermined}
 * @param ruleset its version
 */
public record Classification(Source source, String zone, String ruleset) implements TermStatement {
  @Override
  public String words() {
    return zone + " (" + ruleset + ")";
  }
}
