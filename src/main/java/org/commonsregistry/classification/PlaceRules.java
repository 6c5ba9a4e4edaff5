package org.commonsregistry.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.commonsregistry.ruleset.Condition;
import org.commonsregistry.ruleset.FactDefinition;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetHash;

/**
 * The rules of a ruleset that hold in some countries only. Where none of them can fire on an item,
 * for want of the facts it needs, every country judges the item alike.
 */
record PlaceRules(List<Local> rules) {
  private static final Map<RulesetHash, PlaceRules> KNOWN = new ConcurrentHashMap<>();

  /**
   * @param needs facts without which it cannot fire
   */
  record Local(List<Place> places, Set<String> needs) {}

  static PlaceRules of(Ruleset ruleset) {
    return KNOWN.computeIfAbsent(ruleset.hash(), hash -> read(ruleset));
  }

  /** The countries that may judge this item otherwise than the rest, in order. */
  Set<Place> placesFor(Facts given) {
    var places = new TreeSet<Place>();
    for (var rule : rules) {
      if (given.all().keySet().containsAll(rule.needs())) {
        places.addAll(rule.places());
      }
    }
    return places;
  }

  private static PlaceRules read(Ruleset ruleset) {
    var local = new ArrayList<Local>();
    for (var rule : ruleset.rules()) {
      if (!rule.places().isEmpty() && !rule.places().contains(Place.ANYWHERE)) {
        local.add(new Local(rule.places(), needs(rule.when())));
      }
    }
    return new PlaceRules(List.copyOf(local));
  }

  private static Set<String> needs(Condition condition) {
    return switch (condition) {
      case Condition.All all -> {
        var needs = new HashSet<String>();
        all.parts().forEach(part -> needs.addAll(needs(part)));
        yield needs;
      }
      case Condition.Any any ->
          any.parts().stream()
              .map(PlaceRules::needs)
              .reduce(
                  (one, other) -> {
                    var both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                  })
              .orElse(Set.of());
      case Condition.Not not -> Set.of();
      case Condition.OneOf one -> unlessSilenceSpeaks(one.fact());
      case Condition.Compared compared -> unlessSilenceSpeaks(compared.fact());
      case Condition.Exists exists -> exists.wanted() ? Set.of(exists.fact().name()) : Set.of();
      case Condition.Elapsed elapsed -> unlessSilenceSpeaks(elapsed.since());
    };
  }

  private static Set<String> unlessSilenceSpeaks(FactDefinition fact) {
    return fact.absent().isPresent() ? Set.of() : Set.of(fact.name());
  }
}
