package org.commonsregistry.terms;

import org.commonsregistry.terms.licence.Recognition;

/**
 * A licence as one source states it.
 *
 * @param stated the licence in the source's words
 * @param recognised what the words name
 * @param covers which part of the dataset, in the source's words; empty for the whole
 */
public record LicenceTerm(
    Source source, Role role, String stated, Recognition recognised, String covers)
    implements TermStatement {
  /** Who speaks (SPDX); what was weighed stands above what somebody looked up or declared. */
  public enum Role {
    DECLARED,
    CONCLUDED,
    EFFECTIVE
  }

  /** Nothing is stated at all: silence, which changes nothing. */
  boolean silent() {
    return recognised instanceof Recognition.Unstated;
  }

  /** The expression where one was recognised, else the source's words, shortened. */
  @Override
  public String words() {
    return switch (recognised) {
      case Recognition.Licence licence -> licence.expression().text();
      case Recognition.Family _, Recognition.Unstated _, Recognition.Unknown _ ->
          Words.shortened(stated);
    };
  }
}
