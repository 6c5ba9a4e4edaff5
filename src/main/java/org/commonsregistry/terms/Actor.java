package org.commonsregistry.terms;

/** Who acts, or for which purpose: the facets that make up a {@link Party}. */
public enum Actor {
  ANYONE,
  COMMERCIAL,
  NON_COMMERCIAL,
  RESEARCH,
  EDUCATION,
  PUBLIC_BODY,
  INDIVIDUAL,
  PUBLIC_INTEREST_AI;

  public String token() {
    return Tokens.of(this);
  }
}
