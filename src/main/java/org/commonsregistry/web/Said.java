package org.commonsregistry.web;

import java.util.Optional;
import org.commonsregistry.catalog.Dataset;

/**
 * Who said something, where and when.
 *
 * @param by a name
 * @param where may lead nowhere and be empty
 * @param when may be empty
 */
public record Said(String by, Linked where, String when) {

  static Optional<Said> of(Page page, Dataset dataset, String key) {
    return Optional.ofNullable(dataset.sources().get(key)).map(source -> of(page, source));
  }

  static Said of(Page page, Dataset.Source source) {
    return new Said(
        source.by(), Linked.address(source.where()), page.formats().date(source.when()));
  }
}
