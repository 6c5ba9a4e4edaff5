package org.commonsregistry.terms;

import java.util.Optional;

/**
 * One step from the statements to the answer.
 *
 * @param key of the sentence that says what happened; see {@link TermWords}
 * @param statement that did it; empty where the lack of one did
 * @param about what the sentence is about: the statement in a word, a parent's name
 * @param after the answer as it stands then
 */
public record Step(
    Layer layer, String key, Optional<TermStatement> statement, String about, Answer after) {}
