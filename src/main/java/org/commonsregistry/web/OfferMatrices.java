package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonsregistry.terms.UseMatrix;
import org.commonsregistry.terms.offer.Offer;

/** What the offers let people do today, worked out once a day. Thread-safe. */
@Singleton
final class OfferMatrices {
  private final Clock clock;
  private volatile Day day = new Day(LocalDate.MIN, Map.of());

  OfferMatrices(Clock clock) {
    this.clock = clock;
  }

  private record Day(LocalDate date, Map<String, UseMatrix> matrices) {}

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  UseMatrix of(Offer offer) {
    var today = today();
    var known = day;
    if (!known.date.equals(today)) {
      known = new Day(today, new ConcurrentHashMap<>());
      day = known;
    }
    return known.matrices.computeIfAbsent(offer.id(), id -> offer.matrix(today));
  }
}
