package org.commonsregistry.classification;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a fact rests on.
 *
 * @param fact its name, e.g. {@code licenceFamily}
 * @param value as the rules see it
 * @param said what the source wrote, or how the value follows from it
 * @param by who said so, may be empty
 * @param where address it was said at, may be empty
 * @param when date it was read, may be empty
 * @param set key of the statement set of the dataset, empty when it follows from several
 */
@Serdeable
public record Evidence(
    String fact, String value, String said, String by, String where, String when, String set) {}
