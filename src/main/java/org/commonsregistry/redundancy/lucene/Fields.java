package org.commonsregistry.redundancy.lucene;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** The fields of a text in the index. */
final class Fields {
  static final String HASH = "fp";

  /** The holding's name: as a term, to take it out by, and as a column. */
  static final String HOLDING = "holding";

  static final String ORDINAL = "ordinal";
  static final String LANGUAGE = "language";
  static final String WORDS = "words";

  /** How many hashes were kept. */
  static final String KEPT = "kept";

  static final FieldType PRESENCE = presence();

  private Fields() {}

  private static FieldType presence() {
    var type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
