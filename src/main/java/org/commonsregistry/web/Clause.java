package org.commonsregistry.web;

import java.util.List;

/** A sentence, and the sentences it is made up of. */
public record Clause(String text, List<Clause> parts) {
  public Clause {
    parts = List.copyOf(parts);
  }

  static Clause of(String text) {
    return new Clause(text, List.of());
  }
}
