package org.commonsregistry.search.lucene;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 with usual field lengths instead of measured ones and without the rarity of terms, which
 * {@link TextQueries} takes into account. So the score of a document for a question does not change
 * when other documents come and go. Immutable.
 */
final class StableSimilarity extends BM25Similarity {

  @Override
  protected float idf(long documentsWithTerm, long documents) {
    return 1;
  }

  @Override
  protected float avgFieldLength(CollectionStatistics statistics) {
    return switch (statistics.field()) {
      case Fields.TITLE -> 8;
      case Fields.NAME, Fields.LABEL -> 16;
      default -> 80;
    };
  }
}
