package org.commonsregistry.ruleset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Which places decide the zone that is shown where no country is chosen: the strictest of them.
 *
 * @param places always asked
 * @param sources whether every source country is asked, too
 */
public record HeadlinePolicy(List<Place> places, boolean sources) {
  static final String SOURCE_COUNTRY = "sourceCountry";

  public HeadlinePolicy {
    places = List.copyOf(places);
  }

  /** The places for an item; a source that is not known or no country's code is anywhere. */
  public SequencedSet<Place> places(Facts facts) {
    var all = new LinkedHashSet<>(places);
    if (sources) {
      facts
          .get(SOURCE_COUNTRY)
          .ifPresentOrElse(
              given ->
                  given.texts().forEach(code -> all.add(Place.of(code).orElse(Place.ANYWHERE))),
              () -> all.add(Place.ANYWHERE));
    }
    return all;
  }
}
