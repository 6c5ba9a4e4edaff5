package org.commonsregistry.catalog.intake;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.ruleset.Rulesets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an empty registry starts with: the category scheme, the ruleset and the seed catalogue.
 * Thread-safe.
 */
@Context
public final class Founding {
  private static final Logger LOG = LoggerFactory.getLogger(Founding.class);

  private final Categories categories;
  private final Rulesets rulesets;
  private final Seed seed;
  private final ApplicationEventPublisher<Founded> news;
  private final boolean wanted;
  private volatile boolean done;
  private volatile @Nullable String failure;

  Founding(
      Categories categories,
      Rulesets rulesets,
      Seed seed,
      ApplicationEventPublisher<Founded> news,
      @Value("${commons.seed}") boolean wanted) {
    this.categories = categories;
    this.rulesets = rulesets;
    this.seed = seed;
    this.news = news;
    this.wanted = wanted;
  }

  @EventListener
  void onServerStartup(ServerStartupEvent event) {
    Thread.ofVirtual().name("founding").start(this::foundOrSayWhyNot);
  }

  private void foundOrSayWhyNot() {
    try {
      found();
    } catch (RuntimeException e) {
      LOG.error("The registry could not be founded; it tries again at the next start.", e);
      failure = String.valueOf(e.getMessage());
    }
  }

  /** Why it was not done, as far as that was tried. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Does nothing when it was done before. */
  public synchronized void found() {
    categories.foundOnce();
    rulesets.foundOnce();
    if (wanted) {
      seed.loadOnce();
    }
    done = true;
    news.publishEvent(new Founded(wanted));
  }

  public boolean done() {
    return done;
  }
}
