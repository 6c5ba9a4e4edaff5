package org.commonsregistry.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The terms of one field of one document, gathered text by text; a gap keeps phrases from reaching
 * across texts.
 */
final class Terms {
  private static final int GAP = 100;

  private final List<Term> terms = new ArrayList<>();
  private int gap;
  private int base;

  private record Term(String text, int step, int start, int end) {}

  /** Every word folded, and at the same place its stem in each of these languages. */
  void add(String text, List<Words.Word> words, Iterable<String> languages, Stemming stemming) {
    for (var word : words) {
      var step = terms.isEmpty() ? 1 : word.step() + gap;
      terms.add(new Term(word.folded(), step, base + word.start(), base + word.end()));
      gap = 0;
      for (var language : languages) {
        var stem = stemming.stem(language, word.lower());
        terms.add(new Term(stem, 0, base + word.start(), base + word.end()));
      }
    }
    endOf(text);
  }

  /**
   * Sequences of three letters of each word, so that a run of letters anywhere in a word is a
   * phrase.
   */
  void addGrams(List<Words.Word> words) {
    for (var word : words) {
      var step = GAP;
      for (var gram : grams(word.folded())) {
        terms.add(new Term(gram, step, 0, 0));
        step = 1;
      }
    }
  }

  private void add(String term) {
    if (!term.isEmpty()) {
      terms.add(new Term(term, 1, 0, 0));
    }
  }

  private void endOf(String text) {
    base += text.length() + 1;
    gap = GAP;
  }

  static Terms of(Iterable<String> values) {
    var terms = new Terms();
    values.forEach(terms::add);
    return terms;
  }

  void addDistinctTo(Set<String> distinct) {
    terms.forEach(term -> distinct.add(term.text()));
  }

  static List<String> grams(String word) {
    var grams = new ArrayList<String>();
    for (int i = 0; i + 3 <= word.length(); i++) {
      grams.add(word.substring(i, i + 3));
    }
    return grams;
  }

  TokenStream stream() {
    return new Stream(terms);
  }

  private static final class Stream extends TokenStream {
    private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final List<Term> terms;
    private int next;

    Stream(List<Term> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      var term = terms.get(next++);
      text.append(term.text());
      step.setPositionIncrement(term.step());
      offset.setOffset(term.start(), term.end());
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
