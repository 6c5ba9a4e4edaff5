package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts text of any language into words: Unicode word breaks, dictionaries for Thai, Lao, Khmer and
 * Burmese, pairs of characters for Chinese, Japanese and Korean. Not thread-safe: the tokenizer
 * keeps state.
 */
final class Words {
  private static final int LONGEST = 100;

  private final Chain indexing = new Chain(true);
  private final Chain asking = new Chain(false);

  /**
   * @param lower as written, in lower case
   * @param folded without case, accents, width and other variants: equal for words that look alike
   * @param start of the word in the text
   * @param end behind the word in the text
   * @param step positions from the word before, 0 when both begin at the same character
   */
  record Word(String lower, String folded, int start, int end, int step) {}

  /** The words of a text that is to be found; CJK characters come single and in pairs. */
  List<Word> of(String text) {
    return indexing.cut(text);
  }

  /** The words of a question; CJK characters come in pairs only. */
  List<Word> asked(String text) {
    return asking.cut(text);
  }

  /** The folded words of a text with single spaces between: equal for texts that say the same. */
  String line(String text) {
    return line(of(text));
  }

  static String line(List<Word> words) {
    return words.stream()
        .filter(word -> word.step() > 0)
        .map(Word::folded)
        .collect(Collectors.joining(" "));
  }

  static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
        return shortened(ICUFoldingFilter.NORMALIZER.normalize(word));
      }
    }
    return shortened(word);
  }

  /** Index terms have a greatest length; nobody types words that long. */
  private static String shortened(String word) {
    return word.length() <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, word.codePointCount(0, LONGEST)));
  }

  /**
   * Opens up what names are glued together with ({@code allenai/c4}, {@code common_crawl}, {@code
   * data.gov}, {@code l'eau}), without moving any character.
   */
  private static String opened(String text) {
    var out = text.toCharArray();
    for (int i = 0; i < out.length; i++) {
      switch (out[i]) {
        case '_', ':', '/', '\'', '’', '·' -> out[i] = ' ';
        case '.' -> out[i] = betweenWords(text, i) ? ' ' : '.';
        default -> {}
      }
    }
    return new String(out);
  }

  /** Not in {@code U.S.} or {@code 1.5}. */
  private static boolean betweenWords(String text, int dot) {
    return dot >= 2
        && dot + 2 < text.length()
        && Character.isLetter(text.charAt(dot - 2))
        && Character.isLetterOrDigit(text.charAt(dot - 1))
        && Character.isLetter(text.charAt(dot + 1))
        && Character.isLetterOrDigit(text.charAt(dot + 2));
  }

  private static final class Chain {
    private final Tokenizer tokenizer =
        new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
    private final TokenStream stream;
    private final CharTermAttribute term;
    private final OffsetAttribute offset;
    private final PositionIncrementAttribute increment;

    Chain(boolean singles) {
      stream =
          new LowerCaseFilter(
              new CJKBigramFilter(
                  new CJKWidthFilter(tokenizer),
                  CJKBigramFilter.HAN
                      | CJKBigramFilter.HIRAGANA
                      | CJKBigramFilter.KATAKANA
                      | CJKBigramFilter.HANGUL,
                  singles));
      term = stream.getAttribute(CharTermAttribute.class);
      offset = stream.getAttribute(OffsetAttribute.class);
      increment = stream.getAttribute(PositionIncrementAttribute.class);
    }

    List<Word> cut(String text) {
      var words = new ArrayList<Word>();
      tokenizer.setReader(new StringReader(opened(text)));
      try (stream) {
        stream.reset();
        while (stream.incrementToken()) {
          var lower = shortened(term.toString());
          var folded = fold(lower);
          if (!folded.isBlank()) {
            words.add(
                new Word(
                    lower,
                    folded,
                    offset.startOffset(),
                    offset.endOffset(),
                    increment.getPositionIncrement()));
          }
        }
        stream.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return words;
    }
  }
}
