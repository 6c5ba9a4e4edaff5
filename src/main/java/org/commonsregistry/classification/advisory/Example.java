package org.commonsregistry.classification.advisory;

import java.util.Set;

/**
 * Something to learn from or to be measured on.
 *
 * @param group what must be on one side of a split: a dataset's slug; empty for what is only ever
 *     learned from
 * @param measured whether models are measured on it, or only learn from it
 * @param labels what is right; more than one for a dataset in several categories
 */
record Example(String group, boolean measured, Words words, Set<String> labels) {}
