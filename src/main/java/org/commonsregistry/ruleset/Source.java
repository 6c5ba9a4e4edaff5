package org.commonsregistry.ruleset;

/**
 * One file of a ruleset.
 *
 * @param path within the ruleset's folder, e.g. {@code rules/us.yaml}
 */
public record Source(String path, String text) {}
