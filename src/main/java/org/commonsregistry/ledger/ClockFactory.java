package org.commonsregistry.ledger;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place where time enters. */
@Factory
final class ClockFactory {
  @Bean
  @Requires(missingBeans = Clock.class)
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
