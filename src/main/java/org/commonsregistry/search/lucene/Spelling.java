package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;

/** Finds what was meant by a word that is not in the index: the nearest one that is. */
final class Spelling {
  private static final int SHORTEST = 4;

  private static final float LEAST_LIKENESS = 0.6f;
  private static final int NEAREST = 5;

  private final Snapshot snapshot;
  private final TextQueries queries;

  /**
   * A word of the index: how like the one asked for, 1 being the same, and in how many documents.
   */
  private record Candidate(String word, float likeness, int frequency) {
    /** Near first; between about equally near words the more frequent one. */
    double worth() {
      return likeness + 0.03 * Math.log(frequency);
    }
  }

  Spelling(Snapshot snapshot, TextQueries queries) {
    this.snapshot = snapshot;
    this.queries = queries;
  }

  /** The text with unknown words replaced, empty when there is nothing to replace. */
  Optional<String> corrected(String text, List<Clause> clauses) {
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

  private Optional<String> nearest(String word) {
    return word.codePointCount(0, word.length()) < SHORTEST
        ? Optional.empty()
        : snapshot.knownWords().nearest(word, this::looked);
  }

  private Optional<String> looked(String word) {
    try {
      var sameInitial = looked(word, 2, 1);
      // Two edits anywhere would have to look at most of the words there are.
      return sameInitial.isPresent() ? sameInitial : looked(word, 1, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> looked(String word, int edits, int prefix) throws IOException {
    var words = MultiTerms.getTerms(snapshot.getIndexReader(), Fields.WORD);
    if (words == null) {
      return Optional.empty();
    }
    var distance = new LuceneLevenshteinDistance();
    var candidates = new ArrayList<Candidate>();
    var near = new FuzzyTermsEnum(words, new Term(Fields.WORD, word), edits, prefix, true);
    for (var term = near.next(); term != null; term = near.next()) {
      var candidate = term.utf8ToString();
      var likeness = distance.getDistance(word, candidate);
      if (likeness >= LEAST_LIKENESS && candidate.indexOf(Stemming.MARK) < 0) {
        candidates.add(new Candidate(candidate, likeness, near.docFreq()));
      }
    }
    return candidates.stream()
        .sorted(
            Comparator.comparing(Candidate::likeness)
                .thenComparing(Candidate::frequency)
                .reversed()
                .thenComparing(Candidate::word))
        .limit(NEAREST)
        .max(Comparator.comparing(Candidate::worth))
        .map(Candidate::word);
  }

  private static String replaced(String text, Words.Word word, Optional<String> by) {
    if (by.isEmpty()) {
      return text;
    }
    var lower = text.toLowerCase(Locale.ROOT);
    var at = lower.indexOf(word.lower());
    return at < 0 || lower.length() != text.length()
        ? text
        : text.substring(0, at) + by.get() + text.substring(at + word.lower().length());
  }
}
