/**
 * Blobs as files in the home folder, {@code blobs/ab/ab12…}. Switched on by {@code
 * commons.blob.backend=filesystem}.
 */
@Configuration
@Requires(property = "commons.blob.backend", value = "filesystem")
@NullMarked
package org.commonsregistry.blob.filesystem;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
