package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Finds what was meant by a word that is not in the index: the nearest one that is. */
final class Spelling {
  private static final int SHORTEST = 4;

  private final IndexReader reader;
  private final TextQueries queries;

  Spelling(IndexReader reader, TextQueries queries) {
    this.reader = reader;
    this.queries = queries;
  }

  /** The text with unknown words replaced, empty when there is nothing to replace. */
  Optional<String> corrected(String text, List<Clause> clauses) throws IOException {
    var corrected = text;
    for (var clause : clauses) {
      for (var word : clause.words()) {
        if (clause.synonyms().isEmpty() && queries.frequency(word) == 0) {
          corrected = replaced(corrected, word, nearest(word.folded()));
        }
      }
    }
    return corrected.equals(text) ? Optional.empty() : Optional.of(corrected);
  }

  private Optional<String> nearest(String word) throws IOException {
    if (word.codePointCount(0, word.length()) < SHORTEST) {
      return Optional.empty();
    }
    var sameInitial = nearest(word, 1);
    return sameInitial.isPresent() ? sameInitial : nearest(word, 0);
  }

  private Optional<String> nearest(String word, int prefix) throws IOException {
    var checker = new DirectSpellChecker();
    checker.setDistance(new LuceneLevenshteinDistance());
    checker.setMinPrefix(prefix);
    checker.setMaxInspections(20);
    checker.setAccuracy(0.6f);
    var words =
        checker.suggestSimilar(
            new Term(Fields.WORD, word), 5, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    SuggestWord best = null;
    for (var candidate : words) {
      if (candidate.string.indexOf(Stemming.MARK) < 0
          && (best == null || worth(candidate) > worth(best))) {
        best = candidate;
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.string);
  }

  /** Near first; between about equally near words the more frequent one. */
  private static double worth(SuggestWord word) {
    return word.score + 0.03 * Math.log(word.freq);
  }

  private static String replaced(String text, Words.Word word, Optional<String> by) {
    if (by.isEmpty()) {
      return text;
    }
    var lower = text.toLowerCase(java.util.Locale.ROOT);
    var at = lower.indexOf(word.lower());
    return at < 0 || lower.length() != text.length()
        ? text
        : text.substring(0, at) + by.get() + text.substring(at + word.lower().length());
  }
}
