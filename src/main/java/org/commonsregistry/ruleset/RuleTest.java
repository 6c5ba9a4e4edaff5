package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An example that a rule carries with it.
 *
 * @param name what it shows, one sentence
 * @param place where it is tried
 * @param status given directly instead of being derived; policy rules only
 * @param item the item's IRI; orders only
 * @param expect a status or a zone as token
 */
public record RuleTest(
    Optional<String> name,
    Place place,
    Facts facts,
    Optional<Status> status,
    Optional<String> item,
    LocalDate asOf,
    String expect,
    Position position) {}
