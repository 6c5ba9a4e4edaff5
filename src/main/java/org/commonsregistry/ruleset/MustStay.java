package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that every version of the ruleset has to keep in the commons.
 *
 * @param places where
 * @param since from which day on; empty for any day
 * @param exception why it is not kept, if it is not
 */
public record MustStay(
    String name,
    Facts facts,
    List<Place> places,
    Wording why,
    Optional<LocalDate> since,
    Optional<Wording> exception,
    Position position) {}
