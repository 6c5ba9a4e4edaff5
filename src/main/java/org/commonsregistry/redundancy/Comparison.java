package org.commonsregistry.redundancy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.fingerprint.Alignment;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.fingerprint.Passage;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.TextRecord;

/**
 * A text compared word for word with those that share most with it, so that nothing depends on
 * which hashes were kept.
 *
 * @param words of the text that stand in a shared passage, each once
 * @param passages the longest
 */
record Comparison(long words, List<OverlapReport.SharedPassage> passages) {
  static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_PASSAGES = 50;
  private static final int LONGEST_EXCERPT = 400;

  Comparison {
    passages = List.copyOf(passages);
  }

  /** Empty when the text is too long to be compared within the bounds of memory. */
  static Optional<Comparison> of(String text, Overlap overlap, Holdings holdings) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    var alignment = new Alignment(text);
    var covered = new BitSet(text.length());
    var passages = new ArrayList<OverlapReport.SharedPassage>();
    for (var shared : overlap.texts()) {
      holdings
          .record(shared.text().holding(), shared.text().ordinal())
          .ifPresent(
              record ->
                  alignment
                      .passages(record.text())
                      .forEach(
                          passage -> {
                            passage
                                .parts()
                                .forEach(p -> covered.set(p.sampleStart(), p.sampleEnd()));
                            passages.add(told(passage, shared.text(), record));
                          }));
    }
    passages.sort(
        Comparator.comparingInt(OverlapReport.SharedPassage::words)
            .reversed()
            .thenComparingInt(OverlapReport.SharedPassage::sampleStart));
    return Optional.of(
        new Comparison(
            words(text, covered), passages.subList(0, Math.min(MOST_PASSAGES, passages.size()))));
  }

  private static long words(String text, BitSet covered) {
    var tokens = Fp1.tokens(text);
    var words = 0L;
    for (var i = 0; i < tokens.count(); i++) {
      words += covered.get(tokens.start(i)) ? 1 : 0;
    }
    return words;
  }

  private static OverlapReport.SharedPassage told(
      Passage passage, Lookup.Text text, TextRecord record) {
    var first = passage.parts().getFirst();
    var last = passage.parts().getLast();
    var end = Math.min(last.otherEnd(), first.otherStart() + LONGEST_EXCERPT);
    return new OverlapReport.SharedPassage(
        text.holding().slug(),
        text.holding().number(),
        text.ordinal(),
        0,
        passage.words(),
        passage.edited(),
        first.sampleStart(),
        last.sampleEnd(),
        first.otherStart(),
        last.otherEnd(),
        record.text().substring(first.otherStart(), end));
  }
}
