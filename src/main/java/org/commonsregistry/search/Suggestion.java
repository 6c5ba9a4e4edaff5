package org.commonsregistry.search;

/**
 * A completion for the search box.
 *
 * @param text what would be searched
 * @param slug the dataset of that title, or empty when it is a word or phrase
 */
public record Suggestion(String text, String slug) {}
