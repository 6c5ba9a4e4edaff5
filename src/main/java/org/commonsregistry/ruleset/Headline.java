package org.commonsregistry.ruleset;

import java.util.List;
import java.util.Optional;

/**
 * The verdict shown where no country is chosen: the strictest of several places.
 *
 * @param judgements one per place that the policy asks, in its order; at least one
 * @param nextChange when zone or status of the headline will be another
 */
public record Headline(List<Judgement> judgements, Optional<Judgement.Change> nextChange) {
  public Headline {
    judgements = List.copyOf(judgements);
  }

  /** The judgement that decides: the first of the strictest. */
  public Judgement deciding() {
    return deciding(judgements);
  }

  static Judgement deciding(List<Judgement> judgements) {
    var strictest = judgements.stream().map(Judgement::zone).reduce(Zone.COMMONS, Zone::strictest);
    return judgements.stream()
        .filter(judgement -> judgement.zone() == strictest)
        .findFirst()
        .orElseThrow();
  }

  public Zone zone() {
    return deciding().zone();
  }

  public Status status() {
    return deciding().status();
  }
}
