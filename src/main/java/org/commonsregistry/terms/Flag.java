package org.commonsregistry.terms;

/** What a reader of an answer must know beside it; nothing of this changes the answer. */
public enum Flag {
  /** Whether the licence's duties reach a model's weights is not settled in law. */
  WEIGHTS_UNSETTLED,
  /** The answer is wider for a party of whom more is known, such as a non-commercial purpose. */
  PURPOSE_DECIDES,
  /** The licence treats regions differently, and this registry cannot tell which applies. */
  TIER_DECIDES,
  /** Said of a part of the use only, such as generative models. */
  PART_ONLY,
  /** Unchanged copies only. */
  VERBATIM_ONLY,
  /** Whoever declared a preference asked for this not to be done. */
  PREFERENCE_AGAINST,
  /** Whoever declared a preference asked for something in return. */
  PREFERENCE_CONDITION,
  /** A preference was declared with a label that its standard no longer has. */
  LEGACY_LABEL,
  /** Sources contradict each other; the narrowest is answered. */
  STATEMENTS_DISAGREE,
  /** What is known of the rights holds in other places than the one asked about. */
  PLACE_NOT_COVERED,
  /** A distribution asks for more than the dataset itself. */
  DISTRIBUTION_TERMS,
  /** A community says how it wants the data to be treated. */
  COMMUNITY_PROTOCOL,
  /** There is no licence under which everything could be passed on as one. */
  AGGREGATE_ONLY;

  public String token() {
    return Tokens.of(this);
  }
}
