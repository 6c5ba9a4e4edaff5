package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.fingerprint.Sketch;
import org.commonsregistry.holdings.HoldingId;
import org.junit.jupiter.api.Test;

/** How near the estimate comes to what every shingle says, on real books and edited editions. */
class AccuracyTest {
  private static final HoldingId HELD = new HoldingId(new DatasetId("held"), 1);

  private static double estimate(String sample, Set<Long> held, int scale) {
    var sketch = Fp1.sketch(sample, scale);
    var asked = new Sample(scale, List.of(sketch), Optional.empty(), Optional.empty(), 0);
    var lookup = new Lookup(asked.hashes(), id -> true);
    for (var hash : asked.hashes()) {
      if (held.contains(hash)) {
        lookup.hash(hash, 1);
        lookup.text(HELD, 0, "en");
      }
    }
    return Overlap.of(asked, lookup, new Boilerplate(), 1).share();
  }

  private static double exact(Sketch sample, Set<Long> held) {
    var found = 0;
    for (var hash : sample.hashes()) {
      found += held.contains(hash) ? 1 : 0;
    }
    return (double) found / sample.hashes().length;
  }

  private static Set<Long> every(String text) {
    var all = new HashSet<Long>();
    for (var hash : Fp1.sketch(text, 1).hashes()) {
      all.add(hash);
    }
    return all;
  }

  /** An edition: some words changed, left out or added, a chapter of its own, another layout. */
  private static String edition(String text, double edits, double own, long seed) {
    var random = new Random(seed);
    var out = new StringBuilder();
    for (var word : text.split("\\s+")) {
      var kind = random.nextDouble() < edits ? random.nextInt(3) : -1;
      switch (kind) {
        case 0 -> out.append("changed").append(random.nextInt(1_000)).append(' ');
        case 1 -> {}
        case 2 -> out.append(word).append(" added ");
        default -> out.append(word).append(random.nextInt(9) == 0 ? "\n" : " ");
      }
    }
    var words = text.length() / 6;
    return out + Shelf.prose(seed, (int) (own * words));
  }

  @Test
  void theEstimateIsWithinOneAndAHalfPointsOfTheTruth() throws IOException {
    var books = new ArrayList<String>();
    var moby = new StringBuilder();
    var speeches = new StringBuilder();
    SharedTexts.of(
        "us-sotu+moby-dick",
        (name, text) -> (name.contains("moby") ? moby : speeches).append(text).append('\n'));
    SharedTexts.of("kjv+jargon+devils-dictionary", (name, text) -> books.add(text));
    books.add(moby.toString());
    books.add(speeches.toString());
    var seed = 0L;
    var worst = 0.0;
    for (var book : books) {
      assertThat(book.length()).isGreaterThan(300_000);
      var held = every(book);
      for (var edits : new double[] {0, 0.005, 0.02, 0.05, 0.1}) {
        for (var own : new double[] {0, 0.4}) {
          var edition = edition(book, edits, own, ++seed);
          var truth = exact(Fp1.sketch(edition, 1), held);
          var off = Math.abs(estimate(edition, held, 16) - truth);
          worst = Math.max(worst, off);
          assertThat(off).as("%d letters, %.3f edited", book.length(), edits).isLessThan(0.015);
        }
      }
    }
    System.out.printf("worst error at s=16: %.2f points%n", 100 * worst);
  }

  @Test
  void layoutCaseQuotesAndWidthMakeNoDifference() {
    var held = every(Shelf.prose(1, 5_000) + " It's \"so\" said she - 'no' 12 km.");
    var sample =
        Shelf.prose(1, 2_500) + " It's \"so\" said she - 'no' 12 km. " + Shelf.prose(2, 900);
    var share = estimate(sample, held, 16);
    assertThat(share).isBetween(0.5, 0.9);
    var full = new StringBuilder();
    sample.chars().forEach(c -> full.append((char) (c > 32 && c < 127 ? c + 0xFEE0 : c)));
    for (var same :
        List.of(
            sample.replace("\n", " ").replaceAll("(.{60}\\S*) ", "$1\n"),
            sample.toUpperCase(Locale.ROOT),
            sample.replace("\"so\"", "\u201cso\u201d").replace("It's", "It\u2019s"),
            full.toString())) {
      assertThat(estimate(same, held, 16)).isCloseTo(share, within(0.0));
    }
  }
}
