package org.commonsregistry.ruleset;

import java.util.Optional;
import java.util.SortedSet;

/**
 * A fact that rules may ask for.
 *
 * @param index its place in the vocabulary, from 0
 * @param several whether an item may have more than one value
 * @param values the closed list of words; empty when any word may be given
 * @param absent what silence means; empty when silence means "not known"
 * @param says what the fact is
 * @param asks what somebody would have to find out to decide
 */
public record FactDefinition(
    String name,
    int index,
    FactType type,
    boolean several,
    SortedSet<String> values,
    Optional<FactValue> absent,
    Wording says,
    Wording asks) {}
