package org.commonsregistry.holdings;

import java.util.Optional;

/**
 * One text of a holding, exactly as it came, with what its source says of it.
 *
 * @param ordinal 0, 1, 2 … in its holding
 * @param id the source's own name for it; a path inside an archive, or {@code line 7}
 * @param language BCP 47 tag, {@code und} when unknown
 * @param languageDetected whether this registry guessed the language because nobody stated it
 * @param licence as stated for this record or for the whole file
 * @param source where it comes from: an address or a name
 * @param attribution whom to name
 */
public record TextRecord(
    long ordinal,
    String id,
    String text,
    String language,
    boolean languageDetected,
    Optional<String> licence,
    Optional<String> source,
    Optional<String> attribution,
    Optional<String> title) {}
