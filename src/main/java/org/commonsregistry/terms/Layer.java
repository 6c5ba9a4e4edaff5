package org.commonsregistry.terms;

/** The kinds of statements about terms, never merged: each answers a question of its own. */
public enum Layer {
  /** Is anything owned, and where? */
  RIGHTS_STATUS,
  /** Which licence was granted? */
  LICENCE,
  /** What did somebody ask for? */
  PREFERENCE,
  /** What has to be accepted to get the bytes? */
  PLATFORM_TERMS,
  /** What does the community the data come from require? */
  COMMUNITY_PROTOCOL,
  /** Is it commons, by the rules in force? */
  CLASSIFICATION,
  /** What can be agreed beyond that? */
  OFFER;

  public String token() {
    return Tokens.of(this);
  }
}
