package org.commonsregistry.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Figures for operators, in the Prometheus text format. */
@Controller("/metrics")
final class Metrics {
  private final PrometheusMeterRegistry registry;

  Metrics(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Hidden
  @Get
  @Produces("text/plain;version=0.0.4")
  String scrape() {
    return registry.scrape();
  }
}
