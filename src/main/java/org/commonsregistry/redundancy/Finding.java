package org.commonsregistry.redundancy;

/**
 * A benchmark's item that stands in a text.
 *
 * @param item ordinal in the benchmark's holding
 * @param text ordinal in the other holding
 * @param share of the item's weight that stands there, rare phrases weighing more
 * @param answer whether its answer does too
 * @param start first character of the passage, in UTF-16 units; the end is exclusive
 */
public record Finding(long item, long text, double share, boolean answer, int start, int end) {}
