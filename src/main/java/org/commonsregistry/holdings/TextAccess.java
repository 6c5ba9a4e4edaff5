package org.commonsregistry.holdings;

import org.commonsregistry.catalog.DatasetId;

/**
 * Whether the texts of a dataset may be shown to everybody: asked of the features that know its
 * terms, each of which can say no. Implementations are thread-safe.
 */
public interface TextAccess {
  boolean open(DatasetId dataset);
}
