package org.commonsregistry.web;

import java.util.List;
import java.util.Optional;

/**
 * Something a source says about a dataset.
 *
 * @param role in which role it was said, may be empty
 * @param says the words
 * @param href what the words name, may be empty
 * @param covers the part it is about, may be empty
 * @param about short words it concerns, such as uses
 * @param said who, where and when
 */
public record Statement(
    String role,
    String says,
    String href,
    String covers,
    List<String> about,
    Optional<Said> said) {}
