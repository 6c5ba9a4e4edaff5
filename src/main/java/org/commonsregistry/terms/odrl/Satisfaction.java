package org.commonsregistry.terms.odrl;

import java.util.Collection;
import java.util.Comparator;

/** Whether a condition is met, as far as can be told. */
public enum Satisfaction {
  UNSATISFIED,
  UNKNOWN,
  SATISFIED;

  static Satisfaction of(boolean met) {
    return met ? SATISFIED : UNSATISFIED;
  }

  /** All of them; met where there is none. */
  static Satisfaction all(Collection<Satisfaction> parts) {
    return parts.stream().min(Comparator.naturalOrder()).orElse(SATISFIED);
  }

  /** Any of them. */
  static Satisfaction any(Collection<Satisfaction> parts) {
    return parts.stream().max(Comparator.naturalOrder()).orElse(UNSATISFIED);
  }

  /** Exactly one of them. */
  static Satisfaction one(Collection<Satisfaction> parts) {
    var met = parts.stream().filter(part -> part == SATISFIED).count();
    if (met > 1) {
      return UNSATISFIED;
    }
    return parts.contains(UNKNOWN) ? UNKNOWN : of(met == 1);
  }
}
