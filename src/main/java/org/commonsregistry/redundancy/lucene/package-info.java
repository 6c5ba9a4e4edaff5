/**
 * The embedded fingerprint index: Apache Lucene (https://lucene.apache.org/) in the home folder,
 * one document per text, one eight-byte term per kept hash. Switched on by {@code
 * commons.fingerprints.backend=lucene}; only this package and the search index import Lucene.
 */
@Configuration
@Requires(property = "commons.fingerprints.backend", value = "lucene")
@NullMarked
package org.commonsregistry.redundancy.lucene;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
