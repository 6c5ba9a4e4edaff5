package org.commonsregistry.ruleset;

import java.util.List;

/** What follows when a rule fires. */
public sealed interface Consequence {
  /** Of status rules. */
  record OfStatus(Status status) implements Consequence {}

  /**
   * Of policy rules and orders.
   *
   * @param conditions duties that go with it, as tokens, e.g. {@code attribution}
   */
  record OfZone(Zone zone, List<String> conditions) implements Consequence {
    public OfZone {
      conditions = List.copyOf(conditions);
    }
  }

  /** The status or zone as its token. */
  default String token() {
    return switch (this) {
      case OfStatus(var status) -> status.token();
      case OfZone(var zone, _) -> zone.token();
    };
  }
}
