package org.commonsregistry.search.lucene;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/**
 * Reduces words to the stem of a language, with Lucene's filter for that language. Stems carry
 * their language in front ({@code en~polici}), so that one language's stems never meet another's
 * words. Not thread-safe: the filters keep state.
 */
final class Stemming {
  static final char MARK = '~';

  private static final Map<String, UnaryOperator<TokenStream>> FILTERS =
      Map.ofEntries(
          entry("ar", in -> new ArabicStemFilter(new ArabicNormalizationFilter(in))),
          entry("bg", BulgarianStemFilter::new),
          entry("bn", in -> new BengaliStemFilter(new BengaliNormalizationFilter(indic(in)))),
          entry("ca", in -> new SnowballFilter(in, new CatalanStemmer())),
          entry("ckb", in -> new SoraniStemFilter(new SoraniNormalizationFilter(in))),
          entry("cs", CzechStemFilter::new),
          entry("da", in -> new SnowballFilter(in, new DanishStemmer())),
          entry("de", in -> new GermanLightStemFilter(new GermanNormalizationFilter(in))),
          entry("el", in -> new GreekStemFilter(new GreekLowerCaseFilter(in))),
          entry("en", in -> new SnowballFilter(in, new EnglishStemmer())),
          entry("es", SpanishLightStemFilter::new),
          entry("et", in -> new SnowballFilter(in, new EstonianStemmer())),
          entry("eu", in -> new SnowballFilter(in, new BasqueStemmer())),
          entry("fa", in -> new PersianStemFilter(new PersianNormalizationFilter(in))),
          entry("fi", FinnishLightStemFilter::new),
          entry("fr", FrenchLightStemFilter::new),
          entry("ga", in -> new SnowballFilter(in, new IrishStemmer())),
          entry("gl", GalicianStemFilter::new),
          entry("hi", in -> new HindiStemFilter(new HindiNormalizationFilter(indic(in)))),
          entry("hu", HungarianLightStemFilter::new),
          entry("hy", in -> new SnowballFilter(in, new ArmenianStemmer())),
          entry("id", IndonesianStemFilter::new),
          entry("it", ItalianLightStemFilter::new),
          entry("lt", in -> new SnowballFilter(in, new LithuanianStemmer())),
          entry("lv", LatvianStemFilter::new),
          entry("nb", NorwegianLightStemFilter::new),
          entry("ne", in -> new SnowballFilter(indic(in), new NepaliStemmer())),
          entry("nl", in -> new SnowballFilter(in, new DutchStemmer())),
          entry("nn", NorwegianLightStemFilter::new),
          entry("no", NorwegianLightStemFilter::new),
          entry("pt", PortugueseLightStemFilter::new),
          entry("ro", in -> new SnowballFilter(in, new RomanianStemmer())),
          entry("ru", RussianLightStemFilter::new),
          entry("sr", SerbianNormalizationFilter::new),
          entry("sv", SwedishLightStemFilter::new),
          entry("ta", in -> new SnowballFilter(indic(in), new TamilStemmer())),
          entry("te", in -> new TeluguStemFilter(new TeluguNormalizationFilter(indic(in)))),
          entry("tr", in -> new SnowballFilter(in, new TurkishStemmer())),
          entry("yi", in -> new SnowballFilter(in, new YiddishStemmer())));

  private static final List<String> LANGUAGES = FILTERS.keySet().stream().sorted().toList();

  private final Map<String, Stemmer> stemmers = new HashMap<>();

  static List<String> languages() {
    return LANGUAGES;
  }

  static boolean knows(String language) {
    return FILTERS.containsKey(language);
  }

  /** The marked stem of a lower-case word in one of {@link #languages}. */
  String stem(String language, String word) {
    var stemmer = stemmers.computeIfAbsent(language, Stemming::stemmer);
    return language + MARK + Words.fold(stemmer.stem(word));
  }

  private static Stemmer stemmer(String language) {
    return new Stemmer(Objects.requireNonNull(FILTERS.get(language), language));
  }

  private static TokenStream indic(TokenStream in) {
    return new IndicNormalizationFilter(in);
  }

  /** A filter chain over a stream of one word. */
  private static final class Stemmer {
    private final OneWord source = new OneWord();
    private final TokenStream chain;
    private final CharTermAttribute term;

    Stemmer(UnaryOperator<TokenStream> filter) {
      chain = filter.apply(source);
      term = chain.getAttribute(CharTermAttribute.class);
    }

    String stem(String word) {
      source.next = word;
      try {
        return chain.incrementToken() && !term.isEmpty() ? term.toString() : word;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String next = "";

    @Override
    public boolean incrementToken() {
      clearAttributes();
      term.append(next);
      return true;
    }
  }
}
