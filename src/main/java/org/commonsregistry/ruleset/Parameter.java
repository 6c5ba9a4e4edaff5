package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A number of years that changes over time, per country or for all of them.
 *
 * @param series by place, each ascending by date; {@link Place#ANYWHERE} stands for every country
 *     that has no series of its own
 */
public record Parameter(String name, SortedMap<Place, List<Dated>> series) {
  public Parameter {
    var copy = new TreeMap<Place, List<Dated>>();
    for (Map.Entry<Place, List<Dated>> entry : series.entrySet()) {
      copy.put(entry.getKey(), List.copyOf(entry.getValue()));
    }
    series = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * @param from the day it came into force
   * @param years how many
   * @param revive whether a longer term restored what had expired under the one before
   * @param cite what it rests on
   */
  public record Dated(
      LocalDate from, int years, boolean revive, String cite, Optional<String> url) {}

  /** Empty when nothing is recorded for the place. */
  public List<Dated> in(Place place) {
    var own = series.get(place);
    return own == null ? series.getOrDefault(Place.ANYWHERE, List.of()) : own;
  }
}
