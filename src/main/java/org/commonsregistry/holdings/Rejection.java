package org.commonsregistry.holdings;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A record of a file that was not taken.
 *
 * @param place where in the file, e.g. {@code line 7} or a path inside an archive
 * @param reason why, in a sentence
 */
@Serdeable
public record Rejection(String place, String reason) {}
