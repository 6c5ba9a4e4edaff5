package org.commonsregistry.catalog.intake;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;

/**
 * UP once the founding entries are there and every view has caught up with them; then for as long
 * as no view is stuck. What a view had to skip is told, and does not take the registry down.
 */
@Singleton
final class CatalogueHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final Ledger ledger;
  private final Projector projector;
  private final Founding founding;
  private volatile boolean ready;

  CatalogueHealth(Ledger ledger, Projector projector, Founding founding) {
    this.ledger = ledger;
    this.projector = projector;
    this.founding = founding;
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    var head = ledger.head();
    var reached = projector.reached();
    var failures = projector.failures();
    if (!ready) {
      ready = founding.done() && reached.values().stream().allMatch(number -> number >= head);
    }
    healthStatus = ready && failures.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN;
    var details = new TreeMap<String, Object>();
    details.put("ledger", head);
    details.put("views", reached);
    if (!failures.isEmpty()) {
      details.put("failures", failures);
    }
    founding.failure().ifPresent(why -> details.put("founding", why));
    var skipped = projector.skipped();
    if (!skipped.isEmpty()) {
      details.put("skipped", skipped);
    }
    return details;
  }

  @Override
  protected String getName() {
    return "catalogue";
  }
}
