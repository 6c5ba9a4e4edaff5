package org.commonsregistry.web;

/**
 * A verdict at the head of a dataset's page.
 *
 * @param zone its token
 * @param words one or two sentences
 * @param href where it is explained
 */
public record VerdictLine(String zone, String words, String href) {}
