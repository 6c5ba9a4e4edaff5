package org.commonsregistry.terms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who acts, as far as known: any combination of facets, except commercial together with
 * non-commercial. No facet implies another: research may be commercial, and where that decides, it
 * has to be said. Without facets it is anyone, of whom nothing may be assumed.
 */
public record Party(Set<Actor> facets) {
  public static final Party ANYONE = new Party(Set.of());

  /** All there can be. */
  public static final List<Party> ALL = all();

  public Party {
    var known = EnumSet.noneOf(Actor.class);
    known.addAll(facets);
    known.remove(Actor.ANYONE);
    if (contradicts(known)) {
      throw new IllegalArgumentException("a use is either commercial or non-commercial");
    }
    facets = Collections.unmodifiableSet(known);
  }

  public static Party of(Actor... facets) {
    return new Party(Set.of(facets));
  }

  static boolean contradicts(Collection<Actor> facets) {
    return facets.contains(Actor.COMMERCIAL) && facets.contains(Actor.NON_COMMERCIAL);
  }

  /** Joined by {@code +}: {@code commercial+research}, or {@code anyone}. */
  public String token() {
    return facets.isEmpty()
        ? Actor.ANYONE.token()
        : facets.stream().map(Actor::token).collect(Collectors.joining("+"));
  }

  /** The place of this combination in a table of {@code 1 << Actor.values().length} rows. */
  int index() {
    var bits = 0;
    for (var facet : facets) {
      bits |= 1 << facet.ordinal();
    }
    return bits >> 1;
  }

  private static List<Party> all() {
    var facets = Actor.values();
    var parties = new ArrayList<Party>();
    for (var bits = 0; bits < 1 << (facets.length - 1); bits++) {
      var chosen = EnumSet.noneOf(Actor.class);
      for (var facet : facets) {
        if ((bits << 1 & 1 << facet.ordinal()) != 0) {
          chosen.add(facet);
        }
      }
      if (!contradicts(chosen)) {
        parties.add(new Party(chosen));
      }
    }
    return List.copyOf(parties);
  }
}
