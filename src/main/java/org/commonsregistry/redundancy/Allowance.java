package org.commonsregistry.redundancy;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one client may ask: a bucket of tokens that fills evenly over an hour. Remembers the
 * clients of the last moments only, and nothing of what they asked. Thread-safe.
 */
@Singleton
final class Allowance {
  private static final int MOST_CLIENTS = 20_000;
  private static final double HOUR = Duration.ofHours(1).toNanos();

  private final int perHour;
  private final Clock clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  Allowance(@Value("${commons.check.per-hour}") int perHour, Clock clock) {
    this.perHour = perHour;
    this.clock = clock;
  }

  private record Bucket(double tokens, Instant at) {}

  int perHour() {
    return perHour;
  }

  /** Takes one token, or says how long to wait for it. */
  synchronized Optional<Duration> take(String client) {
    var now = clock.instant();
    var before = buckets.getOrDefault(client, new Bucket(perHour, now));
    var gained = Duration.between(before.at(), now).toNanos() / HOUR * perHour;
    var tokens = Math.min(perHour, before.tokens() + Math.max(0, gained));
    if (tokens < 1) {
      buckets.put(client, new Bucket(tokens, now));
      return Optional.of(Duration.ofNanos((long) ((1 - tokens) * HOUR / perHour)));
    }
    buckets.put(client, new Bucket(tokens - 1, now));
    return Optional.empty();
  }
}
