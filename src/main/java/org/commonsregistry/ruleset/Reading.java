package org.commonsregistry.ruleset;

import java.util.List;

/** What became of reading a ruleset. */
public sealed interface Reading {
  record Accepted(Ruleset ruleset) implements Reading {}

  /**
   * @param faults at least one, in the order of files and lines
   */
  record Refused(List<Fault> faults) implements Reading {}
}
