package org.commonsregistry.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/**
 * Reads what people type. Quotation marks make a phrase; no other character has a meaning, so
 * nothing typed is an error. Not thread-safe.
 */
final class Questions {
  /** Later words are ignored: nobody means every word of a pasted page. */
  private static final int MOST_CLAUSES = 24;

  private static final Pattern QUOTED = Pattern.compile("[\"“”„«»「](.+?)[\"“”«»」]");
  private static final Set<String> COMMON = common();

  private final Words words;
  private final Stemming stemming;
  private final Synonyms synonyms;

  Questions(Words words, Stemming stemming, Synonyms synonyms) {
    this.words = words;
    this.stemming = stemming;
    this.synonyms = synonyms;
  }

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
    var distinct = clauses.stream().distinct().limit(MOST_CLAUSES).toList();
    return distinct.stream().allMatch(Clause::optional)
        ? distinct.stream()
            .map(c -> new Clause(c.words(), c.quoted(), c.synonyms(), false))
            .toList()
        : distinct;
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
    return new Clause(List.of(bare(one)), false, others, others.isEmpty() && isCommon(one));
  }

  /** Without its place in the text, so that a word typed twice counts once. */
  private static Words.Word bare(Words.Word word) {
    return new Words.Word(word.lower(), word.folded(), 0, 0, 1);
  }

  static boolean isCommon(Words.Word word) {
    return COMMON.contains(word.folded())
        || (word.folded().length() == 1 && word.folded().charAt(0) < 0x80);
  }

  private static Set<String> common() {
    var common = new HashSet<String>();
    for (var set :
        List.of(
            EnglishAnalyzer.getDefaultStopSet(),
            GermanAnalyzer.getDefaultStopSet(),
            FrenchAnalyzer.getDefaultStopSet(),
            SpanishAnalyzer.getDefaultStopSet(),
            PortugueseAnalyzer.getDefaultStopSet(),
            ItalianAnalyzer.getDefaultStopSet(),
            DutchAnalyzer.getDefaultStopSet(),
            SwedishAnalyzer.getDefaultStopSet(),
            DanishAnalyzer.getDefaultStopSet())) {
      addAll(common, set);
    }
    return common;
  }

  private static void addAll(Set<String> common, CharArraySet words) {
    for (var word : words) {
      common.add(Words.fold(new String((char[]) word)));
    }
  }
}
