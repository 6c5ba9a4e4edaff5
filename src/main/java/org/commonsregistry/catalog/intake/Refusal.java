package org.commonsregistry.catalog.intake;

/**
 * Why one record was not taken in; its neighbours were.
 *
 * @param place where it stands in the file, e.g. {@code line 12}
 * @param record its identifier or title as far as known, may be empty
 * @param reason what is wrong
 * @param remedy what to do about it
 */
public record Refusal(String place, String record, String reason, String remedy) {}
