package org.commonsregistry.redundancy;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.TextRecord;

/**
 * One question of a benchmark, as what is looked for.
 *
 * @param ordinal of its text in the holding
 * @param tokens their hashes, all of them
 * @param answer number of the token the answer begins with; as many as there are when none is
 *     marked
 * @param shingles distinct ones, by the place of their first
 */
@SuppressWarnings("ArrayRecordComponent")
record BenchmarkItem(HoldingId holding, long ordinal, long[] tokens, int answer, long[] shingles) {
  /** Of items that have no shingle; shorter ones stand anywhere by chance. */
  static final int FEWEST_TOKENS = 5;

  private static final Pattern ANSWER =
      Pattern.compile("(?im)^[ \\t]*(?:answer|a|antwort|lösung|solution)[ \\t]*[:：]");

  static BenchmarkItem of(HoldingId holding, TextRecord record) {
    var text = record.text();
    var tokens = Fp1.tokens(text);
    var hashes = new long[tokens.count()];
    for (var i = 0; i < hashes.length; i++) {
      hashes[i] = tokens.hash(i);
    }
    var shingles = new java.util.LinkedHashSet<Long>();
    Fp1.shingles(text, (hash, first, last) -> shingles.add(hash));
    var at = text.length();
    var marked = ANSWER.matcher(text);
    while (marked.find()) {
      at = marked.end();
    }
    var answer = 0;
    while (answer < hashes.length && tokens.start(answer) < at) {
      answer++;
    }
    return new BenchmarkItem(
        holding,
        record.ordinal(),
        hashes,
        answer,
        shingles.stream().mapToLong(Long::longValue).toArray());
  }

  /** Too short to be told from chance. */
  boolean tooShort() {
    return shingles.length == 0 && tokens.length < FEWEST_TOKENS;
  }

  boolean hasAnswer() {
    return answer > 0 && answer < tokens.length;
  }

  long[] answerTokens() {
    return Arrays.copyOfRange(tokens, answer, tokens.length);
  }
}
