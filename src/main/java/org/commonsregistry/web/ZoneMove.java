package org.commonsregistry.web;

import java.util.Locale;
import org.commonsregistry.ruleset.Zone;

/** What it means for readers that something goes from one zone to another. */
public enum ZoneMove {
  STAYS,
  FREER,
  STRICTER,
  /** It was undetermined and no longer is. */
  DECIDED,
  /** It becomes undetermined. */
  UNDETERMINED;

  static ZoneMove of(Zone from, Zone to) {
    if (from == to) {
      return STAYS;
    }
    if (to == Zone.UNDETERMINED) {
      return UNDETERMINED;
    }
    if (from == Zone.UNDETERMINED) {
      return DECIDED;
    }
    return to.compareTo(from) < 0 ? FREER : STRICTER;
  }

  /** As written in keys of messages and names of styles. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
