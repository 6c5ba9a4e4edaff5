package org.commonsregistry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title or description as one or more sources word it.
 *
 * @param language null when it is the page's or not known
 * @param said who, where and when; each source that uses these words
 */
public record Worded(String text, @Nullable String language, List<Said> said) {}
