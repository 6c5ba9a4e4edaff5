package org.commonsregistry.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Words that say nothing about a dataset by themselves: articles, pronouns, and how people begin a
 * question.
 */
final class CommonWords {
  private static final List<String> ASKING =
      List.of(
          "where", "what", "which", "who", "how", "when", "why", "can", "could", "do", "does", "i",
          "me", "my", "we", "our", "you", "find", "get", "show", "need", "want", "looking",
          "search", "please", "any", "all", "some", "about", "from", "have", "has", "wo", "was",
          "welche", "welcher", "welches", "wie", "gibt", "finde", "suche", "brauche", "bitte");

  private static final Map<String, Set<String>> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("cs", folded(CzechAnalyzer.getDefaultStopSet())),
          Map.entry("da", folded(DanishAnalyzer.getDefaultStopSet())),
          Map.entry("de", folded(GermanAnalyzer.getDefaultStopSet())),
          Map.entry("en", folded(EnglishAnalyzer.getDefaultStopSet())),
          Map.entry("es", folded(SpanishAnalyzer.getDefaultStopSet())),
          Map.entry("fi", folded(FinnishAnalyzer.getDefaultStopSet())),
          Map.entry("fr", folded(FrenchAnalyzer.getDefaultStopSet())),
          Map.entry("hu", folded(HungarianAnalyzer.getDefaultStopSet())),
          Map.entry("it", folded(ItalianAnalyzer.getDefaultStopSet())),
          Map.entry("nl", folded(DutchAnalyzer.getDefaultStopSet())),
          Map.entry("no", folded(NorwegianAnalyzer.getDefaultStopSet())),
          Map.entry("pt", folded(PortugueseAnalyzer.getDefaultStopSet())),
          Map.entry("ro", folded(RomanianAnalyzer.getDefaultStopSet())),
          Map.entry("sv", folded(SwedishAnalyzer.getDefaultStopSet())),
          Map.entry("tr", folded(TurkishAnalyzer.getDefaultStopSet())));

  /** Languages whose common words hardly are telling words of another of these. */
  private static final List<String> DROPPED =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da");

  private static final Set<String> ANY = any();

  private CommonWords() {}

  /** Whether this folded word is common in a widely used language. */
  static boolean any(String folded) {
    return ANY.contains(folded) || (folded.length() == 1 && folded.charAt(0) < 0x80);
  }

  /** How many of these words are common in this language, 0 for a language not known here. */
  static long count(String language, List<Words.Word> words) {
    var common = BY_LANGUAGE.getOrDefault(language, Set.of());
    return words.stream().filter(word -> common.contains(word.folded())).count();
  }

  private static Set<String> any() {
    var any = new HashSet<>(ASKING);
    DROPPED.forEach(language -> any.addAll(BY_LANGUAGE.getOrDefault(language, Set.of())));
    return Set.copyOf(any);
  }

  private static Set<String> folded(CharArraySet words) {
    var folded = new HashSet<String>();
    for (var word : words) {
      folded.add(Words.fold(new String((char[]) word)));
    }
    return folded;
  }
}
