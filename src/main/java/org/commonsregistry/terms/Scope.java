package org.commonsregistry.terms;

import java.util.EnumSet;
import java.util.Set;

/**
 * For whom a statement holds.
 *
 * @param anyOf at least one of these facets must be known of the party; empty for everybody
 * @param noneOf none of these may be known of it
 */
public record Scope(Set<Actor> anyOf, Set<Actor> noneOf) {
  public static final Scope EVERYBODY = new Scope(Set.of(), Set.of());

  public Scope {
    anyOf = Set.copyOf(anyOf);
    noneOf = Set.copyOf(noneOf);
  }

  public static Scope anyOf(Actor... facets) {
    return new Scope(Set.of(facets), Set.of());
  }

  public boolean admits(Party party) {
    return party.facets().stream().noneMatch(noneOf::contains)
        && (anyOf.isEmpty() || party.facets().stream().anyMatch(anyOf::contains));
  }

  /** Whether the party is not admitted only because too little is known of it. */
  public boolean mightAdmit(Party party) {
    return !admits(party)
        && anyOf.stream()
            .anyMatch(
                facet -> {
                  var more = EnumSet.of(facet);
                  more.addAll(party.facets());
                  return !Party.contradicts(more) && admits(new Party(more));
                });
  }
}
