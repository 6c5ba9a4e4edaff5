/**
 * The embedded search index: Apache Lucene (https://lucene.apache.org/) in the home folder.
 * Switched on by {@code commons.search.backend=lucene}; only this package imports Lucene. Words are
 * cut by Unicode rules (UAX 29), CJK text into pairs of characters, and every word is indexed both
 * folded and as the stem of its language. Scores depend on the document and on weights that travel
 * in the cursor, never on the state of the index, so that pages stay in line while the index
 * changes. What a document says is left to {@code search}.
 */
@Configuration
@Requires(property = "commons.search.backend", value = "lucene")
@NullMarked
package org.commonsregistry.search.lucene;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
