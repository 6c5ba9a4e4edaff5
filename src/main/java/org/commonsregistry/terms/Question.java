package org.commonsregistry.terms;

import java.time.LocalDate;
import java.util.Optional;

/**
 * May this party do this, here, on that day?
 *
 * @param distribution from where the bytes are taken; empty when it is about the dataset as such
 */
public record Question(
    Use use, Party party, Place place, LocalDate date, Optional<String> distribution) {
  /** About the dataset as such. */
  public static Question of(Use use, Party party, Place place, LocalDate date) {
    return new Question(use, party, place, date, Optional.empty());
  }
}
