package org.commonsregistry.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Use;

/**
 * What somebody may do with what is found, by the tokens of {@link SearchDocument#terms}. A
 * document that has the mark of the place is judged by the tokens of that place, every other one by
 * those of a country of which nothing special is known; without a place the headline decides. What
 * is not known to be allowed is not found.
 *
 * @param place whose law is meant; the zone facet then is of that place too
 * @param use that must be allowed
 * @param actor to whom, or to anyone
 * @param without kinds of duties that must not come with the use
 */
public record TermsFilter(
    Optional<Place> place, Optional<Use> use, Actor actor, Set<String> without) {
  /** The kinds of duties there are, those people ask for first. */
  public static final List<String> DUTIES =
      List.of(
          "attribute",
          "share-alike",
          "keep-notice",
          "indicate-changes",
          "behavioural-restriction",
          "carry-terms",
          "open-model",
          "contribute-direct",
          "contribute-ecosystem",
          "compensate",
          "report",
          "register-use",
          "allow-audit",
          "honour-removal",
          "obtain-consent");

  public TermsFilter {
    if (use.isEmpty() && (actor != Actor.ANYONE || !without.isEmpty())) {
      throw new IllegalArgumentException("an actor or a duty is about a use, but there is none");
    }
    if (!DUTIES.containsAll(without)) {
      throw new IllegalArgumentException("unknown duties in " + without);
    }
    without = Set.copyOf(without);
  }

  /** Tokens without their prefix, one of which a document must have; empty: it need not. */
  public Set<String> permitting() {
    return use.map(
            some ->
                Stream.of(Actor.ANYONE, actor)
                    .map(somebody -> some.token() + ":" + somebody.token())
                    .collect(Collectors.toCollection(TreeSet::new)))
        .orElseGet(TreeSet::new);
  }

  /** Tokens without their prefix, none of which a document may have. */
  public Set<String> forbidding() {
    return use.map(
            some ->
                without.stream()
                    .map(duty -> some.token() + "!" + duty)
                    .collect(Collectors.toCollection(TreeSet::new)))
        .orElseGet(TreeSet::new);
  }
}
