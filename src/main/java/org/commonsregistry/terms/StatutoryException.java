package org.commonsregistry.terms;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Exceptions of copyright law that may allow a use whatever the terms say. They are pointed out
 * beside an answer and are never part of it: whether one applies is for a court.
 */
public enum StatutoryException {
  /** Directive (EU) 2019/790, article 3. */
  EU_RESEARCH_MINING("EU", learning(), Scope.anyOf(Actor.RESEARCH)),
  /** Directive (EU) 2019/790, article 4; not where the right was reserved. */
  EU_MINING("EU", learning(), Scope.EVERYBODY),
  /** Copyright, Designs and Patents Act 1988, section 29A. */
  GB_RESEARCH_ANALYSIS(
      "GB", learning(), new Scope(Set.of(Actor.RESEARCH), Set.of(Actor.COMMERCIAL))),
  /** 17 U.S.C. § 107. */
  US_FAIR_USE("US", EnumSet.allOf(Use.class), Scope.EVERYBODY),
  /** Copyright Act of Japan, article 30-4. */
  JP_NO_ENJOYMENT("JP", learning(), Scope.EVERYBODY),
  /** Copyright Act 2021, section 244. */
  SG_COMPUTATIONAL_ANALYSIS("SG", learning(), Scope.EVERYBODY);

  private final Place place;
  private final Set<Use> uses;
  private final Scope scope;

  StatutoryException(String place, Set<Use> uses, Scope scope) {
    this.place = new Place(place);
    this.uses = uses;
    this.scope = scope;
  }

  public String token() {
    return Tokens.of(this);
  }

  static List<StatutoryException> of(Question question) {
    return Arrays.stream(values())
        .filter(
            exception ->
                exception.place.covers(question.place())
                    && exception.uses.contains(question.use())
                    && exception.scope.admits(question.party()))
        .toList();
  }

  private static Set<Use> learning() {
    return EnumSet.of(Use.TRAIN, Use.FINE_TUNE, Use.EVALUATE);
  }
}
