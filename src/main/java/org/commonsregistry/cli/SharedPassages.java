package org.commonsregistry.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.commonsregistry.fingerprint.Alignment;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.fingerprint.Passage;

/** The passages that samples share with texts of the commons, compared in this process. */
final class SharedPassages {
  private static final int QUOTED = 160;

  private final List<Samples.Sample> samples;
  private final List<Alignment> alignments;
  private final List<BitSet> same = new ArrayList<>();
  private final List<Shared> found = new ArrayList<>();

  /**
   * @param record which text of the commons
   * @param quote how the passage begins in the sample
   */
  record Shared(
      String file,
      String record,
      String title,
      int words,
      boolean edited,
      int start,
      int end,
      String quote) {}

  SharedPassages(List<Samples.Sample> samples) {
    this.samples = samples;
    alignments = samples.stream().map(sample -> new Alignment(sample.text())).toList();
    samples.forEach(sample -> same.add(new BitSet()));
  }

  void compare(String record, String title, String text) {
    for (int i = 0; i < samples.size(); i++) {
      for (var passage : alignments.get(i).passages(text)) {
        for (var part : passage.parts()) {
          same.get(i).set(part.sampleStart(), part.sampleEnd());
        }
        found.add(shared(samples.get(i), record, title, passage));
      }
    }
  }

  /** Words of the samples that stand in a shared passage, each counted once. */
  long words() {
    long words = 0;
    for (int i = 0; i < samples.size(); i++) {
      var tokens = Fp1.tokens(samples.get(i).text());
      for (int token = 0; token < tokens.count(); token++) {
        words += same.get(i).get(tokens.start(token)) ? 1 : 0;
      }
    }
    return words;
  }

  List<Shared> longestFirst() {
    return found.stream().sorted(Comparator.comparingInt(Shared::words).reversed()).toList();
  }

  private static Shared shared(
      Samples.Sample sample, String record, String title, Passage passage) {
    int start = passage.parts().getFirst().sampleStart();
    int end = passage.parts().getLast().sampleEnd();
    var quote = sample.text().substring(start, Math.min(end, start + QUOTED));
    return new Shared(
        sample.file().toString(),
        record,
        title,
        passage.words(),
        passage.edited(),
        start,
        end,
        quote.replaceAll("\\s+", " ") + (end - start > QUOTED ? " …" : ""));
  }
}
