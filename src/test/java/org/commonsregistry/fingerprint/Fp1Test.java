package org.commonsregistry.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Fp1Test {
  @Property(tries = 200)
  void wrappingTheLinesAnewChangesNothing(
      @ForAll("words") List<String> words, @ForAll @IntRange(min = 1, max = 20) int perLine) {
    var wrapped = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      wrapped.append(words.get(i)).append((i + 1) % perLine == 0 ? "\r\n   " : "  ");
    }
    same(String.join(" ", words), wrapped.toString());
  }

  @Property(tries = 200)
  void hyphensAtLineEndsChangeNothing(
      @ForAll("words") List<String> words, @ForAll("hyphens") String hyphen) {
    var broken =
        words.stream()
            .map(
                word ->
                    word.length() < 4 || !word.chars().allMatch(Character::isLetter)
                        ? word
                        : word.substring(0, 2) + hyphen + word.substring(2))
            .toList();
    same(String.join(" ", words), String.join(" ", broken));
  }

  @Property(tries = 200)
  void caseQuotesWidthAndInvisibleCharactersChangeNothing(@ForAll("words") List<String> words) {
    var text = String.join(" ", words);
    same(text, text.toUpperCase(Locale.ROOT));
    same(text, text.toLowerCase(Locale.ROOT));
    same(text, text.toUpperCase(Locale.of("tr")));
    same(text, text.replace('\'', '’'));
    same(text, text.replace('\'', '‘'));
    same(text, text.replace("\"", "”").replace(", ", "\u3000、"));
    same(text, inFullWidth(text));
    same(text, text.replaceAll("(?<=\\p{L})(?=\\p{L})", "\u00AD"));
    same(text, text.replaceAll("(?<=\\p{L})(?=\\p{L})", "\u200D"));
    same(text, "\uFEFF" + text);
    for (var form : Normalizer.Form.values()) {
      same(text, Normalizer.normalize(text, form));
    }
  }

  @Property(tries = 100)
  void aLargerScaleKeepsASubset(@ForAll("words") List<String> words) {
    var text = String.join(" ", words);
    var some = LongStream.of(Fp1.sketch(text, 4).hashes()).boxed().toList();
    var few = LongStream.of(Fp1.sketch(text, 16).hashes()).boxed().toList();
    var all = LongStream.of(Fp1.sketch(text, 1).hashes()).boxed().toList();
    assertThat(some).containsAll(few);
    assertThat(few).isEqualTo(all.stream().filter(hash -> Fp1.kept(hash, 16)).toList());
    assertThat(all).isSortedAccordingTo(Long::compareUnsigned).doesNotHaveDuplicates();
  }

  @Test
  void aShingleIsEightWordsOrSixteenCodePoints() {
    assertThat(Fp1.sketch("one two three four five six seven", 1).shingles()).isZero();
    assertThat(Fp1.sketch("one two three four five six seven eight", 1).shingles()).isOne();
    assertThat(Fp1.sketch("人人生而自由在尊嚴和權利上一律平", 1).shingles()).isOne();
    assertThat(Fp1.sketch("人人生而自由在尊嚴和權利上一律", 1).shingles()).isZero();
  }

  @Test
  void wordsAreCountedAsReadersDo() {
    assertThat(Fp1.words("")).isZero();
    assertThat(Fp1.words(" \n—…\uD800")).isZero();
    assertThat(Fp1.words("Don't stop-\nping: it's 1984, rock 'n' roll")).isEqualTo(7);
    assertThat(Fp1.words("well-known")).isEqualTo(2);
    assertThat(Fp1.words("人人生而自由")).isEqualTo(6);
    assertThat(Fp1.words("ประกาศ")).isEqualTo(6);
  }

  @Test
  void aRangeOfYearsAtALineEndStaysTwoNumbers() {
    assertThat(Fp1.words("1914-\n1918")).isEqualTo(2);
    assertThat(Fp1.words("co- \n operate")).isOne();
    assertThat(Fp1.words("co-\n\noperate")).isEqualTo(2);
  }

  @Test
  void tokensSayWhereTheyStandInTheOriginal() {
    var text = "«L’E\u0301té» 中文";
    var tokens = Fp1.tokens(text);
    assertThat(tokens.count()).isEqualTo(3);
    assertThat(text.substring(tokens.start(0), tokens.end(0))).isEqualTo("L’E\u0301té");
    assertThat(tokens.weight(0)).isEqualTo(2);
    assertThat(text.substring(tokens.start(2), tokens.end(2))).isEqualTo("文");
    assertThat(tokens.weight(2)).isOne();
  }

  @Test
  void aMillionTokensHaveAMillionHashes() {
    var text = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      text.append(i).append(' ');
    }
    var tokens = Fp1.tokens(text);
    var hashes = new HashSet<Long>();
    var high = new HashSet<Integer>();
    var low = new HashSet<Integer>();
    for (int i = 0; i < tokens.count(); i++) {
      hashes.add(tokens.hash(i));
      high.add((int) (tokens.hash(i) >>> 32));
      low.add((int) tokens.hash(i));
    }
    assertThat(hashes).hasSize(1_000_000);
    // 116 pairs of a random 32-bit hash would collide
    assertThat(1_000_000 - high.size()).isLessThan(200);
    assertThat(1_000_000 - low.size()).isLessThan(200);
  }

  @Test
  void oneHashInSixteenIsKept() {
    var random = new Random(7);
    var text = new StringBuilder();
    for (int i = 0; i < 400_000; i++) {
      text.append(Integer.toString(random.nextInt(5_000), 36)).append(' ');
    }
    var sketch = Fp1.sketch(text, 16);
    double expected = sketch.shingles() / 16.0;
    assertThat((double) sketch.hashes().length)
        .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
  }

  @Test
  void containmentIsEstimatedWithinItsError() {
    var random = new Random(11);
    var known = randomWords(random, 60_000);
    var news = randomWords(random, 40_000);
    var sample = new ArrayList<>(known.subList(10_000, 40_000));
    sample.addAll(news.subList(0, 20_000));
    double exact = containment(sample, known, 1);
    assertThat(exact).isBetween(0.59, 0.61);
    // four standard errors of 3,125 kept hashes
    assertThat(Math.abs(containment(sample, known, 16) - exact)).isLessThan(0.035);
  }

  @Test
  void oneWordForEverIsOneHash() {
    var sketch = Fp1.sketch("again ".repeat(1_000_000), 1);
    assertThat(sketch.hashes()).hasSize(1);
    assertThat(sketch.shingles()).isEqualTo(999_993);
  }

  @Test
  void aLetterUnderAMillionMarksTakesNoTime() {
    assertThat(Fp1.words("a" + "\u0301\u0323".repeat(1_000_000))).isOne();
  }

  @Test
  void aScaleThatIsNoPowerOfTwoIsRefused() {
    assertThatThrownBy(() -> Fp1.sketch("", 12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("power of two");
    assertThatThrownBy(() -> Fp1.sketch("", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double containment(List<String> sample, List<String> in, int scale) {
    var those = Fp1.sketch(String.join(" ", in), scale).hashes();
    var set = new HashSet<Long>();
    LongStream.of(those).forEach(set::add);
    var hashes = Fp1.sketch(String.join(" ", sample), scale).hashes();
    return LongStream.of(hashes).filter(set::contains).count() / (double) hashes.length;
  }

  private static List<String> randomWords(Random random, int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add("w" + random.nextInt(3_000));
    }
    return words;
  }

  private static void same(String text, String other) {
    assertThat(Fp1.sketch(other, 1)).isEqualTo(Fp1.sketch(text, 1));
  }

  private static String inFullWidth(String text) {
    return text.chars()
        .mapToObj(c -> Character.toString(c > ' ' && c < 127 ? c + 0xFEE0 : c))
        .reduce("", String::concat);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(
            "don't",
            "\"quoted\",",
            "straße",
            "Été",
            "ΣΊΣΥΦΟΣ",
            "ᾳδης",
            "İstanbul",
            "ılık",
            "cooperate",
            "ﬁnance",
            "Ω",
            "1984",
            "中文",
            "がん",
            "한국어",
            "हिन्दी",
            "ไทย",
            "ǅungla",
            "Việt",
            "naïve",
            "word",
            "other",
            "something",
            "else")
        .list()
        .ofMinSize(10)
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<String> hyphens() {
    return Arbitraries.of("-\n", "-\r\n", "\u00AD\n", "\u2010\n", "- \n\t", "\u00AD");
  }
}
