package org.commonsregistry.terms;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a statement comes from, so that an answer can name it.
 *
 * @param key what the registry knows the statement by: an IRI or a statement set's name
 * @param by who says it, may be empty
 * @param where the address at which it can be checked, may be empty
 * @param when the day it was said or seen
 */
public record Source(String key, String by, String where, Optional<LocalDate> when) {
  /** For statements made by the registry itself, or in tests. */
  public static Source named(String key) {
    return new Source(key, "", "", Optional.empty());
  }
}
