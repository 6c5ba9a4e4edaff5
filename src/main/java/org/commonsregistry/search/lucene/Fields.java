package org.commonsregistry.search.lucene;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.commonsregistry.search.FacetField;

/** The fields of a document in the index. */
final class Fields {
  /** Identity; also breaks ties of every order. */
  static final String SLUG = "slug";

  /** The slug and the titles as they are shown, see {@link StoredTexts}. */
  static final String HEAD = "head";

  static final String TITLE = "title";
  static final String NAME = "name";
  static final String LABEL = "label";
  static final String DESCRIPTION = "description";

  /** Every term of the text fields once: says what there is at all, and how often. */
  static final String WORD = "word";

  /** Whole folded titles and names. */
  static final String WHOLE = "whole";

  /** Beginnings of the words of titles and names. */
  static final String PREFIX = "prefix";

  /** Beginnings of whole folded titles. */
  static final String START = "start";

  /** Three-letter sequences of the words of titles and names. */
  static final String GRAM = "gram";

  /** A feature that is greater the shorter the title. */
  static final String BREVITY = "brevity";

  /** Zones and permissions by place. */
  static final String TERMS = "terms";

  static final String ISSUED = "issued";
  static final String MODIFIED = "modified";
  static final String TITLE_ORDER = "title_order";

  /** Fields that words are looked for in, and what a word there is worth. */
  static final Map<String, Float> WEIGHTS = weights();

  static final FieldType POSITIONS = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  static final FieldType OFFSETS =
      indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
  static final FieldType SEQUENCES = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  static final FieldType PRESENCE = indexed(IndexOptions.DOCS, false);

  private Fields() {}

  static String facet(FacetField field) {
    return "facet." + field.parameter();
  }

  private static Map<String, Float> weights() {
    var weights = new LinkedHashMap<String, Float>();
    weights.put(TITLE, 8f);
    weights.put(NAME, 4f);
    weights.put(LABEL, 2f);
    weights.put(DESCRIPTION, 1f);
    return weights;
  }

  private static FieldType indexed(IndexOptions options, boolean norms) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(!norms);
    type.freeze();
    return type;
  }
}
