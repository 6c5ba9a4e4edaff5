package org.commonsregistry.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what people type. Quotation marks make a phrase; no other character has a meaning, so
 * nothing typed is an error. Not thread-safe.
 */
final class Questions {
  /** Later words are ignored: nobody means every word of a pasted page. */
  private static final int MOST_CLAUSES = 24;

  private static final Pattern QUOTED = Pattern.compile("[\"“”„«»「](.+?)[\"“”«»」]");

  private final Words words;
  private final Stemming stemming;
  private final Synonyms synonyms;

  Questions(Words words, Stemming stemming, Synonyms synonyms) {
    this.words = words;
    this.stemming = stemming;
    this.synonyms = synonyms;
  }

  /** What is asked for; common words count only when there are no others. */
  List<Clause> of(String text) {
    var clauses = new ArrayList<Clause>();
    var quotes = QUOTED.matcher(text);
    var from = 0;
    while (quotes.find()) {
      addLoose(clauses, words.asked(text.substring(from, quotes.start())));
      addQuoted(clauses, words.asked(quotes.group(1)));
      from = quotes.end();
    }
    addLoose(clauses, words.asked(text.substring(from)));
    var telling = clauses.stream().filter(clause -> !clause.common()).toList();
    return (telling.isEmpty() ? clauses : telling).stream().distinct().limit(MOST_CLAUSES).toList();
  }

  private static void addQuoted(List<Clause> clauses, List<Words.Word> quoted) {
    if (!quoted.isEmpty()) {
      var some = quoted.subList(0, Math.min(quoted.size(), MOST_CLAUSES));
      clauses.add(new Clause(List.copyOf(some), true, Set.of(), false));
    }
  }

  private void addLoose(List<Clause> clauses, List<Words.Word> loose) {
    var from = 0;
    while (from < loose.size() && clauses.size() < 2 * MOST_CLAUSES) {
      var clause = longest(loose, from);
      clauses.add(clause);
      from += clause.words().size();
    }
  }

  /** As many words as the synonyms know as one thing, else one. */
  private Clause longest(List<Words.Word> loose, int from) {
    for (int size = Math.min(synonyms.longest(), loose.size() - from); size > 1; size--) {
      var several = List.copyOf(loose.subList(from, from + size));
      var others = synonyms.of(several, stemming);
      if (!others.isEmpty()) {
        return new Clause(several, false, others, false);
      }
    }
    var one = loose.get(from);
    var others = synonyms.of(List.of(one), stemming);
    return new Clause(
        List.of(bare(one)), false, others, others.isEmpty() && CommonWords.any(one.folded()));
  }

  /** Without its place in the text, so that a word typed twice counts once. */
  private static Words.Word bare(Words.Word word) {
    return new Words.Word(word.lower(), word.folded(), 0, 0, 1);
  }
}
