package org.commonsregistry.ledger;

import io.micronaut.context.annotation.Context;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonsregistry.home.FreeSpace;

/**
 * Keeps every view of this process up to date, each at its own pace on its own thread. Thread-safe.
 */
@Context
public final class Projector {
  private final Map<String, Projection> projections = new TreeMap<>();

  Projector(Ledger ledger, List<View> views, FreeSpace space) {
    views.forEach(view -> projections.put(view.name(), new Projection(ledger, view, space)));
  }

  @PostConstruct
  void start() {
    projections.values().forEach(Projection::start);
  }

  @EventListener
  void onNews(EntryAppended news) {
    projections.values().forEach(projection -> projection.wake(news.head()));
  }

  /**
   * Waits until every view has reached a number.
   *
   * @return whether they did in time
   */
  public boolean await(long sequence, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    for (var projection : projections.values()) {
      if (!projection.await(
          sequence, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
        return false;
      }
    }
    return true;
  }

  /** The number each view has reached. */
  public Map<String, Long> reached() {
    var reached = new TreeMap<String, Long>();
    projections.forEach((name, projection) -> reached.put(name, projection.reached()));
    return reached;
  }

  /** What keeps a view from going on, by view; empty when all is well. */
  public Map<String, String> failures() {
    var failures = new TreeMap<String, String>();
    projections.forEach(
        (name, projection) -> projection.failure().ifPresent(why -> failures.put(name, why)));
    return failures;
  }

  /** What a view cannot show, by view and subject; empty when all is well. */
  public Map<String, Map<String, String>> skipped() {
    var skipped = new TreeMap<String, Map<String, String>>();
    projections.forEach(
        (name, projection) -> {
          var its = projection.skipped();
          if (!its.isEmpty()) {
            skipped.put(name, its);
          }
        });
    return skipped;
  }

  /**
   * Lets every view show subjects anew although no entry of theirs is new: something they depend on
   * (a ruleset, the date, another subject) has changed.
   */
  public void refresh(Collection<String> subjects) {
    projections.values().forEach(projection -> projection.refresh(subjects));
  }

  /** How many subjects the slowest view has still to show anew. */
  public int waiting() {
    return projections.values().stream().mapToInt(Projection::waiting).max().orElse(0);
  }

  /**
   * Throws a view away and starts it again from the first entry.
   *
   * @return whether there is a view of that name
   */
  public boolean rebuild(String name) {
    var projection = projections.get(name);
    if (projection == null) {
      return false;
    }
    projection.rebuild();
    return true;
  }

  @PreDestroy
  void stop() {
    projections.values().forEach(Projection::stop);
  }
}
