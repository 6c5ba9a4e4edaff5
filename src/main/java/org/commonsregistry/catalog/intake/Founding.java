package org.commonsregistry.catalog.intake;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import org.commonsregistry.category.Categories;

/** What an empty registry starts with: the category scheme and the seed catalogue. Thread-safe. */
@Context
public final class Founding {
  private final Categories categories;
  private final Seed seed;
  private final boolean wanted;
  private volatile boolean done;

  Founding(Categories categories, Seed seed, @Value("${commons.seed}") boolean wanted) {
    this.categories = categories;
    this.seed = seed;
    this.wanted = wanted;
  }

  @EventListener
  void onServerStartup(ServerStartupEvent event) {
    Thread.ofVirtual().name("founding").start(this::found);
  }

  /** Does nothing when it was done before. */
  public synchronized void found() {
    categories.foundOnce();
    if (wanted) {
      seed.loadOnce();
    }
    done = true;
  }

  public boolean done() {
    return done;
  }
}
