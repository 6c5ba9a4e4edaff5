package org.commonsregistry.holdings.intake;

import java.util.Optional;

/**
 * A text as its file has it.
 *
 * @param id the source's name for it
 * @param utf8 the text's bytes
 * @param language BCP 47 tag as stated
 */
record RawText(
    String id,
    String text,
    byte[] utf8,
    Optional<String> language,
    Optional<String> licence,
    Optional<String> source,
    Optional<String> attribution,
    Optional<String> title) {}
